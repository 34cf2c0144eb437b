// Package testdata carries the built-in sample: acts written for this project in the
// wording patterns of real ones. They are not law; sample/README.md says what each is.
package testdata

import "embed"

// Sample holds the folder sample; the acts are the files of sample/acts.
//
//go:embed sample/*
var Sample embed.FS
