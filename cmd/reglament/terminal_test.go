package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestTerminal(t *testing.T) {
	pty, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("there are no terminals here:", err)
	}
	defer pty.Close()
	t.Setenv("NO_COLOR", "")
	if !colored(pty) || colored(&bytes.Buffer{}) {
		t.Error("a terminal shows colors, and a file none")
	}
	if mark := marker(pty)("справка"); !strings.Contains(mark, "\x1b[") {
		t.Errorf("a found word is shown as %q", mark)
	}
	t.Setenv("NO_COLOR", "1")
	if colored(pty) {
		t.Error("a terminal whose user wants no colors has them")
	}
	if mark := marker(pty)("справка"); mark != "[справка]" {
		t.Errorf("a found word is shown as %q, without colors", mark)
	}
	for _, format := range []string{"xlsx", "text"} {
		if err := readable(streams{out: pty}, "", format); (err != nil) != (format == "xlsx") {
			t.Errorf("%s on a terminal: %v", format, err)
		}
	}
	if err := readable(streams{out: pty}, "a.xlsx", "xlsx"); err != nil {
		t.Errorf("a workbook in a file: %v", err)
	}
}
