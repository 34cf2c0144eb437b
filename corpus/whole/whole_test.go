package whole_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"reglament/corpus/whole"
)

func TestAFileAppearsWhenItIsComplete(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "act.xml")
	files := func() (names []string) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	cut := errors.New("the disk is full")
	err := whole.Write(name, func(w io.Writer) error { io.WriteString(w, "half"); return cut })
	if !errors.Is(err, cut) || len(files()) > 0 {
		t.Errorf("%v leaves %v", err, files())
	}
	for _, content := range []string{"first", "second"} {
		err := whole.Write(name, func(w io.Writer) error {
			if _, err := os.Stat(name); content == "first" && err == nil {
				t.Error("it is there before it is complete")
			}
			_, err := io.WriteString(w, content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != content {
			t.Errorf("%q (%v), want %q", got, err, content)
		}
	}
	if got := files(); len(got) != 1 || got[0] != "act.xml" {
		t.Errorf("it leaves %v", got)
	}
	if err := whole.Write(filepath.Join(dir, "no", "folder"), func(io.Writer) error { return nil }); err == nil {
		t.Error("a file in a folder that is not there")
	}
}
