// Package whole writes files that appear under their names only when they are complete.
package whole

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// File is a file under a temporary name in the folder it will be in.
type File struct {
	*os.File
	name   string
	closed bool
}

// Create begins a file. It has to be discarded where it is not kept; discarding one that
// was kept does nothing.
func Create(name string) (*File, error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".partial-*")
	if err != nil {
		return nil, err
	}
	return &File{File: f, name: name}, nil
}

// Close ends the writing; the file has its temporary name still.
func (f *File) Close() error {
	if f.closed {
		return nil
	}
	f.closed = true
	return errors.Join(f.Chmod(0o644), f.File.Close())
}

// Keep ends the writing and gives the file its name, in place of one that has it.
func (f *File) Keep() error {
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), f.name)
}

// Discard removes what was written; errors do not matter any more.
func (f *File) Discard() {
	_ = f.Close()
	_ = os.Remove(f.Name()) // there is nothing left to remove once it is renamed
}

// Write writes a file with what write writes.
func Write(name string, write func(io.Writer) error) error {
	f, err := Create(name)
	if err != nil {
		return err
	}
	defer f.Discard()
	if err := write(f); err != nil {
		return err
	}
	return f.Keep()
}
