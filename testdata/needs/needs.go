// Package needs finds what tests need and the repository does not have: programs, and
// files that are not ours. Without it a test is skipped, but where everything has to be
// tested it fails.
package needs

import (
	"os"
	"os/exec"
	"testing"
)

// Everything reports whether everything has to be tested here.
func Everything() bool { return os.Getenv("CI") == "true" }

// Missing ends a test that lacks something.
func Missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if Everything() {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// Variable is the value of an environment variable that names something.
func Variable(t testing.TB, name, something string) string {
	t.Helper()
	value := os.Getenv(name)
	if value == "" {
		Missing(t, "%s does not name %s", name, something)
	}
	return value
}

// Program is where a program is, which a package of Debian holds.
func Program(t testing.TB, name, debian string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		Missing(t, "there is no %s (package %s): %v", name, debian, err)
	}
	return path
}
