package view

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"reglament/compare"
	"reglament/parse"
	"reglament/testdata"
)

var update = flag.Bool("update", false, "write the golden files")

// twoRegions compares two regulations that differ in most of the ways there are.
func twoRegions(t *testing.T) *compare.Result {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "two-regions.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r compare.Result
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	return &r
}

func TestTheTextOfAComparison(t *testing.T) {
	var got bytes.Buffer
	if err := Comparison(&got, twoRegions(t), Options{Width: 110}); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "two-regions.txt")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if have, wanted := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n"); got.String() != string(want) {
		for i := range min(len(have), len(wanted)) {
			if have[i] != wanted[i] {
				t.Fatalf("differs from %s (go test -update writes it) in line %d:\n%s\n%s", golden, i+1, have[i], wanted[i])
			}
		}
		t.Errorf("%d lines, %d in %s (go test -update writes it)", len(have), len(wanted), golden)
	}
}

func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	for _, width := range []int{80, 100, 120, 160} {
		var b bytes.Buffer
		if err := Comparison(&b, twoRegions(t), Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		if err := Matrix(&b, sampleMatrix(t), Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		for i, l := range strings.Split(b.String(), "\n") {
			if w := lipgloss.Width(l); w > width {
				t.Errorf("width %d: line %d has %d columns: %s", width, i+1, w, l)
			}
		}
	}
}

// sampleMatrix sets the sample's acts side by side.
func sampleMatrix(t *testing.T) *compare.Matrix {
	t.Helper()
	var sides []compare.Selection
	for name, b := range testdata.Acts() {
		r, err := parse.Bytes(name, b)
		if err != nil {
			t.Fatal(err)
		}
		sides = append(sides, compare.Whole(compare.Act{Label: name, Document: r.Document, Canonical: r.Text}))
	}
	return compare.With{}.MatrixOf(sides, compare.ByNothing)
}

func TestAMatrixMarksWhatDeviates(t *testing.T) {
	var b bytes.Buffer
	if err := Matrix(&b, sampleMatrix(t), Options{Width: 160}); err != nil {
		t.Fatal(err)
	}
	marked := false
	for _, l := range strings.Split(b.String(), "\n") {
		marked = marked || strings.HasPrefix(l, "│") && strings.Contains(l, "≠ ")
	}
	if !marked {
		t.Errorf("no cell with another value is marked:\n%s", b.String())
	}
}

func TestColourIsOnlyForTerminals(t *testing.T) {
	for _, color := range []bool{false, true} {
		var b bytes.Buffer
		if err := Comparison(&b, twoRegions(t), Options{Color: color}); err != nil {
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
	if err := Comparison(full{}, twoRegions(t), Options{}); err == nil || !strings.Contains(err.Error(), "Karaganda and Kyzylorda: no space left") {
		t.Errorf("comparison: %v", err)
	}
	if err := Matrix(full{}, sampleMatrix(t), Options{}); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("matrix: %v", err)
	}
}

// Stages of a variant follow one another, other ways do not: only the former are summed. A
// step with several terms takes from the longest to all of them.
func TestTheFiguresOfAWayOfSeveralParts(t *testing.T) {
	r := twoRegions(t)
	r.A.Ways[0].Parts, r.A.Ways[0].MinutesMost, r.A.Ways[0].Variant = 2, 1725, []string{"Рұқсатты беру"}
	var got bytes.Buffer
	if err := Comparison(&got, r, Options{Width: 110}); err != nil {
		t.Fatal(err)
	}
	if out := got.String(); !strings.Contains(out, "A in all: office, Рұқсатты беру") || !strings.Contains(out, "1585–1725") || strings.Contains(out, "B in all") {
		t.Errorf("%s", out)
	}
}
