package sqlite_test

import (
	"os"
	"syscall"
	"testing"
)

// smallDisk mounts a file system of a size, "2m", to fill for the time of the test.
func smallDisk(t *testing.T, size string) (folder string) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only the superuser may mount a small file system to fill")
	}
	folder = t.TempDir()
	if err := syscall.Mount("reglament-test", folder, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("a small file system cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { must(t, syscall.Unmount(folder, 0)) })
	return folder
}
