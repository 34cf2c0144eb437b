package structure

import "testing"

func TestTheNumberOfAnActAlone(t *testing.T) {
	for line, want := range map[string]bool{
		"№ 102-210": true, "№91": true, "N 102-210": true, "No 102-210": true, "N\u043e 91": true,
		"№ 91 қаулысымен": false, "№": false, "№ бір": false, "Нөмірі 91": false, "": false,
	} {
		if got := numberAlone(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}
