package html

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
)

// IsMHTML reports whether a file begins as a page that a browser saved with all it shows
// in one file (MHTML, .mht): the head of a mail with related parts.
func IsMHTML(data []byte) bool {
	const headSize = 4096
	head := bytes.ToLower(data[:min(len(data), headSize)])
	name, _, ok := bytes.Cut(bytes.TrimLeft(head, " \r\n"), []byte(":"))
	return ok && len(name) > 0 && bytes.IndexFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' }) < 0 &&
		bytes.Contains(head, []byte("mime-version:")) && bytes.Contains(head, []byte("multipart/related"))
}

// saved is a page as a browser saved it.
type saved struct {
	data    []byte
	charset string // that the head of the part names
	address string
}

// unwrap returns the page that a saved file shows: the first of its parts that is one.
func unwrap(data []byte) (saved, error) {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, " \r\n")))
	if err != nil {
		return saved{}, fmt.Errorf("the head of the saved page is damaged: %v", err)
	}
	const inOneAnother = 3 // a frame, alternatives of it
	page, err := pagePart(textproto.MIMEHeader(message.Header), message.Body, inOneAnother)
	if err == nil && page.address == "" {
		page.address = message.Header.Get("Snapshot-Content-Location")
	}
	return page, err
}

var errNoPage = errors.New("the saved file has no page in it, or is cut short before it")

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
	switch strings.ToLower(head.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, err := io.ReadAll(body)
	if err != nil {
		return saved{}, fmt.Errorf("the page in the saved file is damaged or cut short: %v", err)
	}
	return saved{data, parameters["charset"], head.Get("Content-Location")}, nil
}
