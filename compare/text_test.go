package compare_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"reglament/compare"
	"reglament/model"
)

var update = flag.Bool("update", false, "write the golden files")

// twoRegions are two regulations that differ in most of the ways there are.
func twoRegions() *compare.Result {
	a, b := birthGrant(), deep(birthGrant())
	b.provider = "Қызылорда облысы аудандарының жұмыспен қамту бөлімдері"
	b.channels = []model.Channel{model.ChannelOffice, model.ChannelPortal, model.ChannelRuralAkim}
	b.limits = b.limits[:1]
	b.definitions = []string{"портал", "тізбе", "мерзім"}
	p := &b.processes[0]
	p.steps[0].actor, p.steps[4].actor = "кеңсе маманы", "кеңсе маманы"
	p.steps[1].duration = term(1, model.WorkingDay, "1 (бір) жұмыс күні ішінде")
	p.steps[2].conditions = nil
	p.steps[3].what = "шешімге қол қояды және кеңсеге жолдайды"
	p.steps[3].actions = []model.Action{model.ActionSign, model.ActionForward}
	b.processes[1].steps = slices.Delete(b.processes[1].steps, 5, 7)
	b.processes[1].branches = b.processes[1].branches[:1]
	b.processes = append(b.processes, sampleProcess{kind: model.ProcessDelivery, point: "10", steps: p.steps[4:]})
	return compare.Regulations(a.side("Karaganda"), b.side("Kyzylorda"))
}

func TestTheTextOfAComparison(t *testing.T) {
	var got bytes.Buffer
	if err := compare.WriteText(&got, twoRegions(), compare.Options{Width: 110}); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "two-regions.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("differs from %s (go test -update writes it):%s", golden, firstDifference(got.String(), string(want)))
	}
}

func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	for _, width := range []int{80, 100, 120, 160} {
		var b bytes.Buffer
		if err := compare.WriteText(&b, twoRegions(), compare.Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		for i, l := range strings.Split(b.String(), "\n") {
			if w := lipgloss.Width(l); w > width {
				t.Errorf("width %d: line %d has %d columns: %s", width, i+1, w, l)
			}
		}
	}
}

func TestColourIsOnlyForTerminals(t *testing.T) {
	for _, color := range []bool{false, true} {
		var b bytes.Buffer
		if err := compare.WriteText(&b, twoRegions(), compare.Options{Color: color}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "\x1b[") != color {
			t.Errorf("colour %v: escape sequences do not fit", color)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestAWriterThatFailsIsTold(t *testing.T) {
	r := twoRegions()
	if err := compare.WriteText(full{}, r, compare.Options{}); err == nil || !strings.Contains(err.Error(), "Karaganda and Kyzylorda: no space left") {
		t.Errorf("text: %v", err)
	}
	if err := compare.WriteJSON(full{}, r); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("json: %v", err)
	}
}
