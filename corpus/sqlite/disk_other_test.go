//go:build !linux

package sqlite_test

import "testing"

func smallDisk(t *testing.T, _ string) string {
	t.Skip("a small file system to fill is mounted on Linux only")
	return ""
}
