//go:build !linux

package pdfprocess

// limitProcess: elsewhere the runtime's own limit of memory and the parent's clock have
// to do.
func limitProcess(Limits) {}
