package pdfprocess

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
	"time"
)

// limitProcess has the system refuse memory beyond the limit, and end a process that
// nobody is left to end. The addresses that the runtime reserves at its start, which
// take no memory, are not counted.
func limitProcess(l Limits) {
	reserved := uint64(2 << 30)
	if statm, err := os.ReadFile("/proc/self/statm"); err == nil {
		if fields := bytes.Fields(statm); len(fields) > 0 {
			if pages, err := strconv.ParseUint(string(fields[0]), 10, 64); err == nil {
				reserved = pages * uint64(os.Getpagesize())
			}
		}
	}
	// Where the system allows less already, that is kept: the call fails.
	limit := reserved + uint64(l.Memory)
	syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: limit, Max: limit})
	seconds := 10 + 4*uint64(l.Time/time.Second)
	syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
}
