package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reglament/model"
	"reglament/parse/lang"
)

// Read turns the bytes of a file into canonical text. The format is told by content,
// not by the name. The error is an *Error.
func Read(name string, data []byte) (*Text, error) {
	fail := func(reason string) (*Text, error) { return nil, &Error{Name: name, Reason: reason} }
	if len(data) == 0 {
		return fail("the file is empty")
	}
	if reason := unreadable(data); reason != "" {
		return fail(reason)
	}
	text := tidy(string(data))
	if strings.TrimSpace(text) == "" {
		return fail("the file has no text, only blanks")
	}
	sum := sha256.Sum256(data)
	t := &Text{Source: model.Source{Name: name, Format: model.Plain, SHA256: hex.EncodeToString(sum[:]), Encoding: "utf-8"}}
	var ps []paragraph
	if looksMarkdown(text) {
		t.Source.Format = model.Markdown
		ps = markdown(text)
	} else {
		ps = plain(text)
	}
	ps, dropped := repair(ps)
	t.assemble(ps, dropped)
	if len(t.Paragraphs) == 0 {
		return fail("the file has no text")
	}
	t.Language = lang.Detect(t.Canonical)
	return t, nil
}

// assemble lays the paragraphs out as canonical text and turns their marks into findings.
func (t *Text) assemble(ps []paragraph, dropped []string) {
	size := 0
	for _, p := range ps {
		size += len(p.text) + 1
	}
	var b strings.Builder
	b.Grow(size)
	t.Paragraphs = make([]model.Span, 0, len(ps))
	for _, p := range ps {
		start := b.Len()
		b.WriteString(p.text)
		t.Paragraphs = append(t.Paragraphs, model.Span{start, b.Len()})
		b.WriteByte('\n')
		for _, m := range p.marks {
			t.Findings = append(t.Findings, model.Finding{Code: m.code, Severity: m.severity, Message: m.message,
				Span: model.Span{start + min(m.start, len(p.text)), start + min(m.end, len(p.text))}})
		}
	}
	t.Canonical = b.String()
	for _, d := range dropped {
		t.Findings = append(t.Findings, model.Finding{Code: model.FindDroppedFurniture, Severity: model.Info,
			Message: "not part of the act, left out: " + d, Span: model.Span{b.Len(), b.Len()}})
	}
}

// tidy brings letters and blanks to one form: NFC, LF, plain blanks, no invisible signs.
func tidy(s string) string {
	s = strings.TrimPrefix(s, "\ufeff")
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	if !mayNeedTidying(s) || !strings.ContainsAny(s, "\t\v\f\r\u0085\u00a0\u00ad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff") {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\t', '\u00a0', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007', '\u2008', '\u2009', '\u200a', '\u202f', '\u205f', '\u3000':
			return ' '
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
			return -1
		}
		return r
	}, s)
}

// mayNeedTidying is the quick look: none of the signs that tidy replaces begins with
// another byte than these.
func mayNeedTidying(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' && c != '\n', c == 0xc2, c == 0xe3, c == 0xef:
			return true
		case c == 0xe2 && i+2 < len(s) && (s[i+1] != 0x80 || s[i+2] < 0x90 || s[i+2] >= 0xa8 && s[i+2] <= 0xaf):
			return true
		}
	}
	return false
}

// unreadable says why bytes are no text, "" where they are.
func unreadable(data []byte) string {
	control := 0
	for _, c := range data[:min(len(data), 1<<16)] {
		if c == 0 {
			return "binary data, not a text of an act"
		}
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			control++
		}
	}
	if control*100 > min(len(data), 1<<16) {
		return "binary data, not a text of an act"
	}
	if !utf8.Valid(data) {
		return "not valid UTF-8"
	}
	return ""
}
