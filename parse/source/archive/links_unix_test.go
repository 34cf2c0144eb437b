//go:build unix

package archive_test

import (
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"reglament/parse/source/archive"
)

func TestLinksAndPipesInFolders(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "acts/z.txt", "z")
	for _, link := range [][2]string{{"z.txt", "acts/a"}, {"/dev/zero", "acts/b"}, {"..", "acts/c"}, {"acts", "shortcut"}} {
		if err := os.Symlink(link[0], link[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo("acts/p", 0o644); err != nil {
		t.Fatal(err)
	}
	want := []string{"acts/a: " + archive.ErrLink.Error(), "acts/b: " + archive.ErrLink.Error(), "acts/c: " + archive.ErrLink.Error(),
		"acts/p: " + archive.ErrSpecial.Error(), "acts/z.txt=z"}
	if got := walk(t, "acts", archive.Limits{}); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := walk(t, "shortcut", archive.Limits{}); len(got) != 5 || got[4] != "shortcut/z.txt=z" {
		t.Errorf("a link that was named: %q", got)
	}
	if got := walk(t, "/dev/zero", archive.Limits{File: 1 << 20}); len(got) != 1 || !strings.Contains(got[0], archive.ErrLimit.Error()) {
		t.Errorf("a device without end: %.200q", got)
	}
}
