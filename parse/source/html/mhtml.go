package html

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"strings"

	"reglament/model/phrase"
)

// IsMHTML reports whether a file begins as a page that a browser saved with all it shows
// in one file (MHTML, .mht), or as a mail that has one: the head of a mail.
func IsMHTML(data []byte) bool {
	const headSize = 1 << 15 // servers that a mail passes write much into its head
	data = bytes.TrimLeft(data[:min(len(data), headSize)], " \r\n")
	name, _, ok := bytes.Cut(data, []byte(":"))
	if !ok || len(name) == 0 || bytes.IndexFunc(name, func(r rune) bool { return (r|0x20 < 'a' || r|0x20 > 'z') && r != '-' }) >= 0 {
		return false
	}
	head := bytes.ToLower(data)
	return bytes.Contains(head, []byte("mime-version:")) && (bytes.Contains(head, []byte("multipart/")) || bytes.Contains(head, []byte("text/html")))
}

// saved is a page as a browser saved it.
type saved struct {
	data    []byte
	charset string // that the head of the part names
	address string
	damaged int // bytes that the encoding of the part does not know
}

// unwrap returns the page that a saved file shows: the first of its parts that is one.
func unwrap(data []byte) (saved, error) {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, " \r\n")))
	if err != nil {
		return saved{}, phrase.SavedHead.Fault(err)
	}
	const inOneAnother = 3 // a frame, alternatives of it
	page, err := pagePart(textproto.MIMEHeader(message.Header), message.Body, inOneAnother)
	if err == nil && page.address == "" {
		page.address = message.Header.Get("Snapshot-Content-Location")
	}
	return page, err
}

var errNoPage = phrase.SavedNoPage.Fault()

func pagePart(head textproto.MIMEHeader, body io.Reader, depth int) (saved, error) {
	kind, parameters, _ := mime.ParseMediaType(head.Get("Content-Type"))
	if strings.HasPrefix(kind, "multipart/") && depth > 0 {
		parts := multipart.NewReader(body, parameters["boundary"])
		for {
			part, err := parts.NextRawPart()
			if err != nil {
				return saved{}, errNoPage
			}
			page, err := pagePart(part.Header, part, depth-1)
			if !errors.Is(err, errNoPage) {
				return page, err
			}
		}
	}
	if kind != "text/html" && kind != "application/xhtml+xml" {
		return saved{}, errNoPage
	}
	data, err := io.ReadAll(body)
	damaged := 0
	if err == nil {
		switch strings.ToLower(head.Get("Content-Transfer-Encoding")) {
		case "quoted-printable":
			data, damaged = unquote(data)
		case "base64":
			data, damaged, err = unpackBase64(data)
		}
	}
	if err != nil {
		return saved{}, phrase.SavedPage.Fault(err)
	}
	return saved{data, parameters["charset"], head.Get("Content-Location"), damaged}, nil
}

// unquote decodes quoted-printable text in place. A "=" without a byte behind it stays,
// as browsers have it.
func unquote(data []byte) (decoded []byte, damaged int) {
	decoded = data[:0]
	for len(data) > 0 {
		if data[0] != '=' {
			decoded, data = append(decoded, data[0]), data[1:]
			continue
		}
		rest := bytes.TrimLeft(data[1:], " \t")
		if end := bytes.TrimPrefix(rest, []byte("\r")); bytes.HasPrefix(end, []byte("\n")) {
			data = end[1:] // a line broken for the mail only
			continue
		}
		var b [1]byte
		if _, err := hex.Decode(b[:], data[1:min(3, len(data))]); err == nil && len(data) > 2 {
			decoded, data = append(decoded, b[0]), data[3:]
			continue
		}
		damaged++
		decoded, data = append(decoded, '='), data[1:]
	}
	return decoded, damaged
}

// unpackBase64 decodes base64 in place. A sign that is none of it counts as zero, so that
// what follows keeps its place.
func unpackBase64(data []byte) (decoded []byte, damaged int, err error) {
	signs := data[:0]
	for _, c := range data {
		switch {
		case c == '\r' || c == '\n' || c == ' ' || c == '\t':
			continue
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=':
		default:
			damaged++
			c = 'A'
		}
		signs = append(signs, c)
	}
	n, err := base64.StdEncoding.Decode(signs, signs)
	return signs[:n], damaged, err
}
