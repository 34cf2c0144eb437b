package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"reglament/model"
)

// Read turns the bytes of a file into canonical text.
func Read(name string, data []byte) (*Text, error) {
	sum := sha256.Sum256(data)
	t := &Text{Source: model.Source{Name: name, Format: model.Plain, SHA256: hex.EncodeToString(sum[:]), Encoding: "utf-8"}}
	var b strings.Builder
	for _, l := range strings.Split(string(data), "\n") {
		l = strings.Join(strings.Fields(l), " ")
		if l == "" {
			continue
		}
		start := b.Len()
		b.WriteString(l)
		t.Paragraphs = append(t.Paragraphs, model.Span{start, b.Len()})
		b.WriteByte('\n')
	}
	t.Canonical = b.String()
	t.Language = model.Russian
	if strings.ContainsAny(t.Canonical, "ӘәҒғҚқҢңӨөҰұҮүҺһ") {
		t.Language = model.Kazakh
	}
	return t, nil
}
