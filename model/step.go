package model

import "strconv"

// Follows is the order that a table tells for a step, as it says it; none where that is
// but the row below.
func (s *Step) Follows() []string {
	if n, err := strconv.Atoi(string(s.N)); err == nil && len(s.Next) == 1 && s.Next[0].N == strconv.Itoa(n+1) && s.Next[0].Condition == "" {
		return nil
	}
	var out []string
	for _, n := range s.Next {
		out = append(out, n.Text)
	}
	return out
}
