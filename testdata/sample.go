// Package testdata carries the built-in sample: acts written for this project in the
// wording patterns of real ones. They are not law; sample/README.md says what each is.
package testdata

import (
	"embed"
	"io/fs"
	"iter"
)

//go:embed sample/acts/*
var sample embed.FS

const folder = "sample/acts/"

// Acts are the names and the contents of the sample's files, in the order of their names.
func Acts() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		names, err := fs.Glob(sample, folder+"*")
		if err != nil {
			panic(err) // the pattern is wrong
		}
		for _, name := range names {
			if name = name[len(folder):]; !yield(name, Act(name)) {
				return
			}
		}
	}
}

// Act is the content of one of the sample's files. A name that it does not have is a fault
// of the caller.
func Act(name string) []byte {
	b, err := sample.ReadFile(folder + name)
	if err != nil {
		panic(err)
	}
	return b
}
