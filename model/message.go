package model

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Message is what is to be told in any language: the ID of a phrase, and what is put into
// it. Package phrase has the phrases.
type Message struct {
	ID   string           `json:"id"`
	Args List[MessageArg] `json:"args"`
}

// MessageArg is put into a phrase: words of the act as they are (a string), a number (an
// int), or another Message.
type MessageArg any

// UnmarshalJSON reads a message with arguments of the types that it was written with.
func (m *Message) UnmarshalJSON(data []byte) error {
	var raw struct {
		ID   string
		Args []json.RawMessage
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	*m = Message{ID: raw.ID}
	for _, arg := range raw.Args {
		one, err := messageArg(arg)
		if err != nil {
			return fmt.Errorf("argument of the message %s: %w", raw.ID, err)
		}
		m.Args = append(m.Args, one)
	}
	return nil
}

func messageArg(data []byte) (MessageArg, error) {
	switch c := bytes.TrimSpace(data); {
	case len(c) > 0 && c[0] == '"':
		var s string
		err := json.Unmarshal(c, &s)
		return s, err
	case len(c) > 0 && c[0] == '{':
		var m Message
		err := json.Unmarshal(c, &m)
		return m, err
	default:
		var n int
		err := json.Unmarshal(c, &n)
		return n, err
	}
}
