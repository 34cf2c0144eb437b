package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Spans holds the evidence for plain values and for the items of lists, in the order of
// their fields and items. In JSON it is an object: the i-th item of a list is under
// "name[i]".
type Spans []Evidence

// Evidence is where one value stands.
type Evidence struct {
	Field string // JSON name
	Item  int    // of a list, from 0; NoItem for a plain value
	Span  Span
}

// NoItem is the item of a value that is no list.
const NoItem = -1

// Of returns where a plain value stands: an empty span where no evidence is known.
func (s Spans) Of(field string) Span { return s.OfItem(field, NoItem) }

// OfItem returns where an item of a list stands: an empty span where no evidence is known.
func (s Spans) OfItem(field string, item int) Span {
	if i, ok := s.search(field, item); ok {
		return s[i].Span
	}
	return Span{}
}

// Set notes where a plain value stands.
func (s *Spans) Set(field string, at Span) { s.SetItem(field, NoItem, at) }

// SetItem notes where an item of a list stands.
func (s *Spans) SetItem(field string, item int, at Span) {
	i, ok := s.search(field, item)
	if ok {
		(*s)[i].Span = at
		return
	}
	if *s == nil {
		const usual = 6 // of a step: its text, label, actor and actions
		*s = make(Spans, 0, usual)
	}
	*s = slices.Insert(*s, i, Evidence{field, item, at})
}

func (s Spans) search(field string, item int) (int, bool) {
	return slices.BinarySearchFunc(s, Evidence{Field: field, Item: item}, func(a, b Evidence) int {
		return cmp.Or(strings.Compare(a.Field, b.Field), cmp.Compare(a.Item, b.Item))
	})
}

// MarshalJSON writes an object, an empty one where there is no evidence.
func (s Spans) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, e := range s {
		if i > 0 {
			b = append(b, ',')
		}
		name := e.Field
		if e.Item != NoItem {
			name += "[" + strconv.Itoa(e.Item) + "]"
		}
		quoted, err := marshal(name)
		if err != nil {
			return nil, err
		}
		b = append(append(b, quoted...), ':', '[')
		b = strconv.AppendInt(b, int64(e.Span[0]), 10)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(e.Span[1]), 10)
		b = append(b, ']')
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads an object or null. The error names a field that is no name of a
// value: "items[x]".
func (s *Spans) UnmarshalJSON(b []byte) error {
	*s = nil
	if bytes.Equal(b, []byte("null")) {
		return nil
	}
	var fields map[string]Span
	if err := json.Unmarshal(b, &fields); err != nil {
		return err
	}
	for name, span := range fields {
		field, index, listed := strings.Cut(name, "[")
		item := NoItem
		if listed {
			i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
			if err != nil || i < 0 {
				return fmt.Errorf("spans: %q is no field and no item of a list", name)
			}
			item = i
		}
		s.SetItem(field, item, span)
	}
	return nil
}
