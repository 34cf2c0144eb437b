package parse_test

import (
	"os"
	"path/filepath"
	"testing"
)

// corpus is the folder of real acts; tests that need it are skipped where it is not,
// except in CI, where that is an error.
func corpus(tb testing.TB) string {
	tb.Helper()
	dir := os.Getenv("REGLAMENT_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			tb.Fatalf("the folder of real acts is missing: %v", err)
		}
		tb.Skipf("the folder of real acts is not here (set REGLAMENT_CORPUS): %v", err)
	}
	return dir
}
