package main

import (
	"io"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"reglament/cmd/reglament/view"
)

// terminal returns the file behind a stream, and whether it is a terminal.
func terminal(stream any) (*os.File, bool) {
	f, ok := stream.(*os.File)
	return f, ok && term.IsTerminal(f.Fd())
}

// width is how many columns tables on w may take.
func width(w io.Writer) int {
	if f, ok := terminal(w); ok {
		if columns, _, err := term.GetSize(f.Fd()); err == nil && columns > 0 {
			return columns
		}
	}
	return view.Width
}

// progress is a bar on a terminal, and nothing anywhere else.
type progress struct {
	container *mpb.Progress
	bar       *mpb.Bar
}

// newProgress begins a bar on w that is full after total steps.
func newProgress(w io.Writer, total int) progress {
	f, ok := terminal(w)
	if !ok {
		return progress{}
	}
	container := mpb.New(mpb.WithOutput(f), mpb.WithWidth(60))
	return progress{container, container.AddBar(int64(total),
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.CountersNoUnit("%d of %d")),
		mpb.AppendDecorators(decor.Percentage()))}
}

func (p progress) step() {
	if p.bar != nil {
		p.bar.Increment()
	}
}

// done takes the bar away, full or not.
func (p progress) done() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.container.Wait()
	}
}
