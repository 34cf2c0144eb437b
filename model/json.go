package model

import (
	"bytes"
	"encoding/json"
	"io"
)

// NewEncoder returns an encoder that leaves <, > and & as they are: the values are quoted
// law, not HTML.
func NewEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// NewIndentedEncoder returns an encoder like NewEncoder whose values people can read.
func NewIndentedEncoder(w io.Writer) *json.Encoder {
	e := NewEncoder(w)
	e.SetIndent("", " ")
	return e
}

// marshal is json.Marshal as NewEncoder writes.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := NewEncoder(&b).Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
