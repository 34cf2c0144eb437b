// Package pdfprocess reads PDF files in processes of their own: a hostile file can hold
// the libraries underneath in a loop, or swell them, in ways that only the end of a
// process ends. The process is this program again, run with the argument Command.
package pdfprocess

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"regexp"
	"runtime/debug"
	"strconv"
	"time"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/pdf"
	"reglament/parse/source/raw"
)

// Command is the first argument of a process that is to call Serve with the others.
const Command = "read-pdf"

// Limits bound the reading of one file; a field that is zero has the default.
type Limits struct {
	Time   time.Duration // DefaultTime
	Memory int64         // bytes, DefaultMemory
	Pages  int           // pdf.Limits has the default, and those below
	Glyphs int
}

// Defaults of Limits.
const (
	DefaultTime   = time.Minute
	DefaultMemory = 1 << 30
)

// maxAnswer bounds what is taken from a process, in bytes. It is several times what the
// largest number of glyphs takes.
const maxAnswer = 256 << 20

// answer is what a process writes, as JSON.
type answer struct {
	Content raw.Content
	Fault   *model.Message // why the file cannot be read, nil where it was
}

// Read reads a file in a new process, which ends at the latest with ctx. The error is
// one sentence, and wraps ctx.Err() where ctx ended.
func (l Limits) Read(ctx context.Context, data []byte) (raw.Content, error) {
	if l.Time == 0 {
		l.Time = DefaultTime
	}
	if l.Memory == 0 {
		l.Memory = DefaultMemory
	}
	self, err := os.Executable()
	if err != nil {
		return raw.Content{}, phrase.PDFNoProcess.As(err, err)
	}
	limited, cancel := context.WithTimeout(ctx, l.Time)
	defer cancel()
	child := exec.CommandContext(limited, self, Command,
		"-time", l.Time.String(), "-memory", strconv.FormatInt(l.Memory, 10),
		"-pages", strconv.Itoa(l.Pages), "-glyphs", strconv.Itoa(l.Glyphs))
	out, errs := &limitedBuffer{limit: maxAnswer}, &limitedBuffer{limit: 64 << 10}
	child.Stdin, child.Stdout, child.Stderr = bytes.NewReader(data), out, errs
	child.Env = append(os.Environ(), "GOTRACEBACK=none")
	child.WaitDelay = 5 * time.Second
	err = child.Run()
	switch {
	case ctx.Err() != nil:
		return raw.Content{}, phrase.PDFStopped.As(ctx.Err())
	case limited.Err() != nil:
		return raw.Content{}, phrase.PDFNotWithin.Fault(l.Time)
	case out.over:
		return raw.Content{}, pdf.ErrLimit.Because(phrase.PDFText.Of(maxAnswer >> 20))
	case outOfMemory.Match(errs.Bytes()):
		return raw.Content{}, pdf.ErrLimit.Because(phrase.PDFMemory.Of(l.Memory >> 20))
	case err != nil:
		return raw.Content{}, phrase.PDFProcessDied.Fault(err)
	}
	var a answer
	if err := json.Unmarshal(out.Bytes(), &a); err != nil {
		return raw.Content{}, phrase.PDFNoAnswer.Fault(err)
	}
	if a.Fault != nil {
		return raw.Content{}, &phrase.Fault{Why: *a.Fault}
	}
	return a.Content, nil
}

// outOfMemory is what the runtime says when the system gives it no more.
var outOfMemory = regexp.MustCompile(`out of memory|cannot allocate memory|pthread_create failed|failed to create new OS thread`)

// Serve reads the PDF file in in, writes what it holds to out, and returns the status to
// exit with. args are the limits, as Read gives them.
func Serve(args []string, in io.Reader, out io.Writer) int {
	var l Limits
	flags := flag.NewFlagSet(Command, flag.ContinueOnError)
	flags.DurationVar(&l.Time, "time", DefaultTime, "")
	flags.Int64Var(&l.Memory, "memory", DefaultMemory, "")
	flags.IntVar(&l.Pages, "pages", 0, "")
	flags.IntVar(&l.Glyphs, "glyphs", 0, "")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	debug.SetMemoryLimit(l.Memory / 4 * 3)
	limitProcess(l)
	data, err := io.ReadAll(in)
	if err != nil {
		return 1
	}
	ctx, cancel := context.WithTimeout(context.Background(), l.Time)
	defer cancel()
	var a answer
	a.Content, err = pdf.Read(ctx, data, pdf.Limits{Pages: l.Pages, Glyphs: l.Glyphs})
	if err != nil {
		why := phrase.Why(err)
		a = answer{Fault: &why}
	}
	if err := json.NewEncoder(out).Encode(a); err != nil {
		return 1
	}
	return 0
}

// limitedBuffer takes no more than limit bytes; a process that writes more is ended by
// the closed pipe.
type limitedBuffer struct {
	bytes.Buffer
	limit int
	over  bool
}

func (b *limitedBuffer) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.limit {
		b.over = true
		return 0, errors.New("the process writes too much")
	}
	return b.Buffer.Write(p)
}
