package main

import (
	"io"
	"os"
	"sync/atomic"

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

// colored reports whether w shows colors: a terminal does, unless its user wants none
// (no-color.org).
func colored(w io.Writer) bool {
	_, ok := terminal(w)
	return ok && os.Getenv("NO_COLOR") == ""
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
	total     atomic.Int64
}

// newProgress begins a bar on w. How many steps there are may grow: see expect.
func newProgress(w io.Writer) *progress {
	f, ok := terminal(w)
	if !ok {
		return &progress{}
	}
	container := mpb.New(mpb.WithOutput(f), mpb.WithWidth(60))
	return &progress{container: container, bar: container.AddBar(0,
		mpb.PrependDecorators(decor.CountersNoUnit("%d of %d")),
		mpb.AppendDecorators(decor.Percentage(), decor.Elapsed(decor.ET_STYLE_GO, decor.WC{W: 8})))}
}

// expect tells of n more steps. It may be called on any goroutine.
func (p *progress) expect(n int) {
	if total := p.total.Add(int64(n)); p.bar != nil {
		p.bar.SetTotal(total, false)
	}
}

func (p *progress) step() {
	if p.bar != nil {
		p.bar.Increment()
	}
}

// above is where lines are written while the bar is there; w is where it is not.
func (p *progress) above(w io.Writer) io.Writer {
	if p.container != nil {
		return p.container
	}
	return w
}

// done takes the bar away, full or not.
func (p *progress) done() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.container.Wait()
	}
}
