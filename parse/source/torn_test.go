package source

import (
	"slices"
	"strings"
	"testing"

	"reglament/model"
)

// TestBlanksBehindTheLettersThatOnlyKazakhHas: | stands for a blank that is none.
func TestBlanksBehindTheLettersThatOnlyKazakhHas(t *testing.T) {
	const filling = "Қ|ызметті кө|рсету қ|ағ|идалары жә|не мү|лкі ү|шін бұ|йрығ|ы жө|нінде тә|ртібі кө|рсету бө|лімі."
	for _, c := range []struct {
		marked string
		doubt  bool
	}{
		{"Қ|азақ|стан Республикасының Ә|ділет министрі.", false},
		{"Осы бұ|йрық|қ|а 1-қ|осымшағ|а сә|йкес.", false},
		{"Заң|ының 10-бабының 1) тармақ|шасына сә|йкес БҰ|ЙЫРАМЫН:", false},
		{"Министрдің орынбасары.", false},
		{"1) жоқ а) өтініш.", false},
		{"Анық тамалар беру.", true}, // or two words
	} {
		text := c.marked + "\n" + filling
		read, err := Read("act.txt", []byte(strings.ReplaceAll(text, "|", " ")))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := strings.TrimSpace(read.Canonical), strings.ReplaceAll(text, "|", ""); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		has := func(code model.FindingCode) bool {
			return slices.ContainsFunc(read.Findings, func(f model.Finding) bool { return f.Code == code })
		}
		if !has(model.FindJoinedLetters) || has(model.FindDisplacedWords) != c.doubt {
			t.Errorf("%s: findings %+v", c.marked, read.Findings)
		}
	}
	const few = "Қызметті кө рсету тәртібі."
	if read, err := Read("act.txt", []byte(few)); err != nil || strings.TrimSpace(read.Canonical) != few {
		t.Errorf("%v, %q", err, read.Canonical)
	}
}
