package phrase

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/message"

	"reglament/model"
)

// verb is a place where a value is put in: "%s", "%[2]d", but not "%%".
var verb = regexp.MustCompile(`%(?:\[(\d)\])?([a-z%])`)

// values are the values that a phrase takes: by their place in the arguments, each with
// the letter of its kind; a string may be quoted.
func values(text string) []string {
	var out []string
	place := 0
	for _, m := range verb.FindAllStringSubmatch(text, -1) {
		if m[2] == "%" {
			continue
		}
		place++
		if m[1] != "" {
			place = int(m[1][0] - '0')
		}
		out = append(out, string(rune('0'+place))+strings.Replace(m[2], "q", "s", 1))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestEveryPhraseIsInThreeLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, table := range all() {
		for _, p := range table {
			if seen[p.key] {
				t.Errorf("%s is there twice", p.key)
			}
			seen[p.key] = true
			if p.kk == "" || p.ru == "" || p.en == "" {
				t.Errorf("%s is missing in a language", p.key)
			}
			if kk, ru, en := values(p.kk), values(p.ru), values(p.en); !slices.Equal(kk, en) || !slices.Equal(ru, en) {
				t.Errorf("%s takes different values in its languages: %q, %q, %q", p.key, kk, ru, en)
			}
		}
	}
	if len(reasons) < 90 {
		t.Errorf("%d reasons: the table was not made", len(reasons))
	}
}

func TestRussianNumbers(t *testing.T) {
	for n, want := range map[int]string{1: "1 акт", 2: "2 акта", 5: "5 актов", 11: "11 актов", 21: "21 акт", 104: "104 акта"} {
		if got := Russian.T("n.acts", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestTell(t *testing.T) {
	step := List(Point.Of("5"), Step.Of(model.Text("2")))
	for _, tt := range []struct {
		says       string
		m          model.Message
		kk, ru, en string
	}{
		{"a number and the words of the act", PointOrder.Of("4", "2"),
			"2-тармақтан кейін 4-тармақ тұр", "пункт 4 следует за пунктом 2", "point 4 follows point 2"},
		{"a message in a message", Unlisted.Of(Code("role", model.RoleHead), step),
			"Басшы әрекет етеді (5-тармақ, 2-қадам), бірақ қатысушылар тізімінде жоқ",
			"Руководитель действует (пункт 5, шаг 2), но в перечне участников его нет",
			"Head acts in point 5, step 2 and is not in the list of participants"},
		{"a sign of formats in the words", NotListed.Of("100 %d"),
			"акт бекітетін регламенттерінің арасында мұны атамайды: 100 %d", "акт не называет этот регламент среди утверждаемых: 100 %d", "the act does not list this regulation among those it approves: 100 %d"},
		{"a role that has no name yet", Code("role", model.Role("provider.night_guard")), "provider.night guard", "provider.night guard", "provider.night guard"},
		{"a reason of a newer version", model.Message{ID: "reason.of_tomorrow"}, "", "", ""},
		{"nothing", model.Message{}, "", "", ""},
	} {
		t.Run(tt.says, func(t *testing.T) {
			for l, want := range map[Language]string{Kazakh: tt.kk, Russian: tt.ru, English: tt.en} {
				if got := l.Tell(tt.m); got != want {
					t.Errorf("%s: %q, want %q", l, got, want)
				}
				// What is stored and read again says the same.
				data, err := json.Marshal(tt.m)
				var again model.Message
				if err == nil {
					err = json.Unmarshal(data, &again)
				}
				if got := l.Tell(again); err != nil || got != want {
					t.Errorf("%s, stored as %s: %q, %v", l, data, got, err)
				}
			}
		})
	}
}

func TestWhy(t *testing.T) {
	limit := PDFTooLarge.Fault()
	for _, tt := range []struct {
		says   string
		err    error
		is     error
		ru, en string
	}{
		{"a limit and what went beyond it", limit.Because(PDFPages.Of(3)), limit,
			"PDF больше любого акта: страниц больше 3", "the PDF is larger than any act: more than 3 pages"},
		{"a part of the file that names what it came from", fmt.Errorf("page.pdf: %w", NotUnpacked.As(io.ErrUnexpectedEOF, "word/styles.xml", io.ErrUnexpectedEOF)), io.ErrUnexpectedEOF,
			"word/styles.xml не распаковывается: unexpected EOF", "word/styles.xml cannot be unpacked: unexpected EOF"},
		{"a file that is not there", &fs.PathError{Op: "open", Path: "/a/b", Err: fs.ErrNotExist}, fs.ErrNotExist, "такого файла нет", "there is no such file"},
		{"a file that has a fault of the disk", &fs.PathError{Op: "read", Path: "/a/b", Err: errors.New("the disk is gone")}, nil, "the disk is gone", "the disk is gone"},
		{"what nobody has a phrase for", errors.New("100 %d"), nil, "100 %d", "100 %d"},
	} {
		t.Run(tt.says, func(t *testing.T) {
			why := Why(tt.err)
			if ru, en := Russian.Tell(why), English.Tell(why); ru != tt.ru || en != tt.en {
				t.Errorf("%q, %q", ru, en)
			}
			if tt.is != nil && !errors.Is(tt.err, tt.is) {
				t.Errorf("%v is not told by %v", tt.err, tt.is)
			}
		})
	}
}

// TestWordsNeedNoPrinter holds what is written without a printer against what it writes.
func TestWordsNeedNoPrinter(t *testing.T) {
	n := 0
	for _, table := range all() {
		for _, p := range table {
			taken := values(p.en)
			if slices.ContainsFunc(taken, func(v string) bool { return !strings.HasSuffix(v, "s") }) {
				continue
			}
			var args []any
			for i := range taken {
				args = append(args, model.Text(fmt.Sprintf("\"%d\" <%% ә", i)))
			}
			for _, l := range Languages {
				if got, want := l.T(p.key, args...), printers()[l].Sprintf(message.Key(p.key, p.key), args...); got != want {
					t.Errorf("%s in %s: %q, not %q", p.key, l, got, want)
				}
				n++
			}
		}
	}
	if n < 300 {
		t.Errorf("%d texts: the tables were not looked through", n)
	}
}

func TestEntryIntoForceInWords(t *testing.T) {
	for _, test := range []struct {
		rule       model.EffectiveRule
		kk, ru, en string
	}{
		{model.EffectiveRule{From: model.FromFirstPublication, Days: 10, DayKind: model.CalendarDays},
			"алғашқы ресми жарияланғаннан кейін күнтізбелік 10 күн өткен соң", "по истечении 10 календарных дней после первого официального опубликования", "10 calendar days after the first official publication"},
		{model.EffectiveRule{From: model.FromFirstPublication, Days: 21, DayKind: model.WorkingDays},
			"алғашқы ресми жарияланғаннан кейін 21 жұмыс күні өткен соң", "по истечении 21 рабочего дня после первого официального опубликования", "21 working days after the first official publication"},
		{model.EffectiveRule{From: model.FromSigning}, "қол қойылған күнінен бастап", "со дня подписания", "from the day of signing"},
		{model.EffectiveRule{From: model.FromDate, Date: "2018-03-05"}, "05.03.2018 күнінен бастап", "с 05.03.2018", "from 5 Mar 2018"},
	} {
		for l, want := range map[Language]string{Kazakh: test.kk, Russian: test.ru, English: test.en} {
			if got := l.Entry(&test.rule); got != want {
				t.Errorf("%s: %q, want %q", l, got, want)
			}
		}
	}
}

func TestUnitsAgreeWithTheirNumbers(t *testing.T) {
	for _, test := range []struct {
		unit       model.Unit
		n          int
		kk, ru, en string
	}{
		{model.Minute, 1, "1 минут", "1 минута", "1 minute"},
		{model.Minute, 25, "25 минут", "25 минут", "25 minutes"},
		{model.Hour, 2, "2 сағат", "2 часа", "2 hours"},
		{model.Day, 21, "21 күн", "21 день", "21 days"},
		{model.WorkingDay, 5, "5 жұмыс күні", "5 рабочих дней", "5 working days"},
		{model.CalendarDay, 3, "күнтізбелік 3 күн", "3 календарных дня", "3 calendar days"},
		{model.Month, 1, "1 ай", "1 месяц", "1 month"},
		{model.Year, 5, "5 жыл", "5 лет", "5 years"},
	} {
		for l, want := range map[Language]string{Kazakh: test.kk, Russian: test.ru, English: test.en} {
			if got := l.T("n."+string(test.unit), test.n); got != want {
				t.Errorf("%s: %q, want %q", l, got, want)
			}
		}
	}
}

func TestNumbersOfParts(t *testing.T) {
	for l, want := range map[Language]string{Kazakh: "5-тармақ", Russian: "пункт 5", English: "point 5"} {
		if got := l.Numbered(l.T("what.point"), "5"); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
		if got := l.Numbered(l.T("what.point"), ""); got != l.T("what.point") {
			t.Errorf("%s, without a number: %q", l, got)
		}
	}
}
