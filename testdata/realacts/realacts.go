// Package realacts finds the real acts that tests read. They are not ours to copy, so
// they are kept beside the repository.
package realacts

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"reglament/testdata/needs"
)

// variable is the environment variable that names the folder of real acts.
const variable = "REGLAMENT_CORPUS"

// Files are the names of the real acts. Without them the test is skipped.
func Files(t testing.TB) []string {
	t.Helper()
	files := IfAny(t)
	if files == nil {
		needs.Missing(t, "the real acts are not here; %s names their folder", variable)
	}
	return files
}

// Folder is the folder of the real acts. Without them the test is skipped.
func Folder(t testing.TB) string {
	t.Helper()
	return filepath.Dir(Files(t)[0])
}

// File is the name of a file in the folder of the real acts. Without them the test is skipped.
func File(t testing.TB, name ...string) string {
	t.Helper()
	return filepath.Join(append([]string{Folder(t)}, name...)...)
}

// IfAny are the names of the real acts, for a test that has other acts as well: nil without them, but
// not where everything has to be tested.
func IfAny(t testing.TB) []string {
	t.Helper()
	folder := os.Getenv(variable)
	if folder == "" {
		_, here, _, _ := runtime.Caller(0)
		folder = filepath.Join(filepath.Dir(here), "..", "..", "..", "shared", "corpus")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*-*.*"))
	if err != nil {
		t.Fatal(err)
	}
	if files == nil && needs.Everything() {
		needs.Missing(t, "there are no acts in %s; %s names their folder", folder, variable)
	}
	return files
}
