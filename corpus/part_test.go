package corpus

import (
	"fmt"
	"slices"
	"testing"

	"reglament/model"
)

func TestNumbersOfPartsFallWithTheDaysOfActs(t *testing.T) {
	var ids []int64
	for _, adopted := range []model.Date{"9999-12-31", "2020-02-01", "2020-01-31", "1900-01-01"} {
		ids = append(ids, PartID(adopted, 2, 0), PartID(adopted, 1, 1), PartID(adopted, 1, 0))
	}
	if !slices.IsSorted(ids) || ids[0] <= 0 {
		t.Errorf("newest first: %d", ids)
	}
	if a, b := PartID("", 1, 0), PartID("1850-05-05", 1, 0); a != b || a < PartID("1900-01-02", maxSources-1, maxParts-1) {
		t.Errorf("unknown and very old days: %d and %d", a, b)
	}
	for _, test := range []struct {
		adopted, on model.Date
		passes      bool
	}{
		{"2020-01-31", "2020-01-31", true}, {"2020-01-30", "2020-01-31", true}, {"2020-02-01", "2020-01-31", false}, {"", "2020-01-31", true},
	} {
		for _, at := range [][2]int64{{1, 0}, {maxSources - 1, maxParts - 1}} {
			if got := PartID(test.adopted, at[0], int(at[1])) > afterDay(test.on); got != test.passes {
				t.Errorf("adopted %q, on %s, %v: %t", test.adopted, test.on, at, got)
			}
		}
	}
	if got, want := dayOfPart(PartID("2020-02-01", 5, 3))-dayOfPart(PartID("2020-01-31", 7, 9)), int64(1); got != want {
		t.Errorf("a day later: %d", got)
	}
}

func TestADamagedPartIsNoticed(t *testing.T) {
	c := partContent{partHead: partHead{Service: "Көмек"}}
	c.add(7, "бірінші\nекінші")
	whole := c.pack()
	back, _, err := unpackPart(whole)
	if err != nil || fmt.Sprint(back) != fmt.Sprint(partContent{partHead: c.partHead, text: c.text}) {
		t.Errorf("%+v, %v", back, err)
	}
	for name, packed := range map[string][]byte{
		"nothing": nil, "cut short": whole[:len(whole)-3], "a length that no part has": {0xff, 0xff, 0xff, 0xff, 0x0f, 0},
	} {
		if _, _, err := unpackPart(packed); err == nil {
			t.Errorf("%s: it is taken for a whole one", name)
		}
	}
}
