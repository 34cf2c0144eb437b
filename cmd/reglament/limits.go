package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/pdfprocess"
	"reglament/corpus"
	"reglament/parse"
	"reglament/parse/source"
	"reglament/parse/source/archive"
	"reglament/parse/source/docx"
)

// limits bound what reading may take, so that a hostile file is an error and not a
// program that hangs.
type limits struct {
	archive archive.Limits
	time    time.Duration // of one file
	memory  int64         // bytes, of the process that reads a PDF
	pages   int           // of a PDF
	glyphs  int
}

func defaultLimits() limits {
	return limits{
		archive: archive.Limits{File: corpus.MaxSource, Unpacked: archive.DefaultUnpacked, Ratio: archive.DefaultRatio,
			Entries: archive.DefaultEntries, Nesting: archive.DefaultNesting},
		time: 2 * time.Minute, memory: pdfprocess.DefaultMemory, pages: 3000, glyphs: 20_000_000,
	}
}

// limitFlags are the limits as flags of a command.
func limitFlags(cmd *cobra.Command) *limits {
	l := defaultLimits()
	f := cmd.Flags()
	f.Var(&sizeFlag{&l.archive.File, corpus.MaxSource}, "max-file", "`size` of a file, or of an unpacked entry of an archive")
	f.Var(&sizeFlag{&l.archive.Unpacked, math.MaxInt64}, "max-unpacked", "`size` of all that is unpacked from one archive")
	f.Var(&countFlag[int64]{&l.archive.Ratio}, "max-ratio", "how many times its packed size an entry above 8 MB may be; of DOCX parts too")
	f.Var(&countFlag[int]{&l.archive.Entries}, "max-entries", "entries of an archive")
	f.IntVar(&l.archive.Nesting, "max-nesting", l.archive.Nesting, "how deep archives may lie in archives; -1 for not at all")
	f.Var(&countFlag[int]{&l.pages}, "max-pages", "pages of a PDF")
	f.Var(&countFlag[int]{&l.glyphs}, "max-glyphs", "letters of a PDF")
	f.Var(&sizeFlag{&l.memory, math.MaxInt64}, "max-memory", "`size` of the memory that reading a PDF may take")
	f.DurationVar(&l.time, "max-time", l.time, "how long one file may be read")
	return &l
}

// check refuses limits that let nothing through.
func (l limits) check() error {
	if l.time <= 0 {
		return &usageError{fmt.Sprintf("--max-time %s leaves no time to read", l.time)}
	}
	if l.memory < 64<<20 {
		return &usageError{"--max-memory is too little to read any PDF: give 64MB or more"}
	}
	return nil
}

// reader reads PDF files in processes of their own.
func (l limits) reader() parse.Reader {
	return parse.Reader{Source: source.Reader{
		PDF:  pdfprocess.Limits{Time: l.time, Memory: l.memory, Pages: l.pages, Glyphs: l.glyphs}.Read,
		DOCX: docx.Limits{Ratio: l.archive.Ratio},
	}}
}

// parse reads an act. A reading that takes longer than the limit is given up and
// ends soon after.
func (l limits) parse(ctx context.Context, name string, data []byte) (*parse.Result, error) {
	within, cancel := context.WithTimeout(ctx, l.time)
	defer cancel()
	type outcome struct {
		result *parse.Result
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if fault := recover(); fault != nil {
				o = outcome{err: fmt.Errorf("the reader failed on this file: %v", fault)}
			}
			done <- o
		}()
		o.result, o.err = l.reader().Bytes(within, name, data)
	}()
	var o outcome
	select {
	case o = <-done:
	case <-within.Done():
		o.err = within.Err()
	}
	switch {
	case o.err == nil:
		return o.result, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(o.err, context.DeadlineExceeded):
		return nil, fmt.Errorf("it was not read within %s", l.time)
	}
	return nil, o.err
}

// sizeFlag is a number of bytes: 4096, 256MB, 16GB.
type sizeFlag struct {
	value *int64
	most  int64
}

var units = []struct {
	suffix string
	bytes  int64
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"B", 1}, {"", 1}}

func (f *sizeFlag) Type() string { return "size" }

func (f *sizeFlag) String() string {
	for _, u := range units {
		if *f.value >= u.bytes && *f.value%u.bytes == 0 {
			return strconv.FormatInt(*f.value/u.bytes, 10) + u.suffix
		}
	}
	return "0"
}

func (f *sizeFlag) Set(s string) error {
	for _, u := range units {
		figure, ok := strings.CutSuffix(strings.ToUpper(strings.TrimSpace(s)), u.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(figure), 10, 64)
		if err != nil || n <= 0 || n > f.most/u.bytes {
			break
		}
		*f.value = n * u.bytes
		return nil
	}
	if f.most < math.MaxInt64 {
		return fmt.Errorf("it is a size like 64MB, of %s at most", (&sizeFlag{&f.most, 0}).String())
	}
	return errors.New("it is a size like 64MB or 16GB")
}

// countFlag is a number that is not zero: zero would be taken for the default.
type countFlag[N int | int64] struct{ value *N }

func (f *countFlag[N]) Type() string   { return "int" }
func (f *countFlag[N]) String() string { return fmt.Sprint(*f.value) }

func (f *countFlag[N]) Set(s string) error {
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil || n <= 0 {
		return errors.New("it is a number above 0")
	}
	*f.value = N(n)
	return nil
}
