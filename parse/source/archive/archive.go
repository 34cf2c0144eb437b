// Package archive streams files out of folders, zip archives, (compressed) tar archives
// and pages that show two acts, under limits: what is inside may have been made to harm.
//
// What an archive is, its content tells, not its name. Files of folders are opened when
// they are asked for; entries of archives are read, one at a time, into memory.
package archive

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"reglament/model/phrase"
	"reglament/parse/source/html"
	"reglament/parse/source/raw"
)

// Limits bound what is taken out of folders and archives; a field that is zero has the
// default.
type Limits struct {
	File       int64 // bytes of a file or an unpacked entry; 256 MB
	Unpacked   int64 // bytes of all entries of an archive, those of archives in it included; 16 GB
	Ratio      int64 // of unpacked to packed bytes of an entry or a tar archive larger than RatioAbove; 200
	RatioAbove int64 // unpacked bytes; 8 MB
	Entries    int   // of an archive, those of archives in it included; 200,000
	Nesting    int   // archives inside archives; 1, and a negative number for none
}

// Defaults of Limits.
const (
	DefaultFile       = 256 << 20
	DefaultUnpacked   = 16 << 30
	DefaultRatio      = 200
	DefaultRatioAbove = 8 << 20
	DefaultEntries    = 200_000
	DefaultNesting    = 1
)

func (l Limits) withDefaults() Limits {
	for _, f := range []struct {
		value    *int64
		standard int64
	}{{&l.File, DefaultFile}, {&l.Unpacked, DefaultUnpacked}, {&l.Ratio, DefaultRatio}, {&l.RatioAbove, DefaultRatioAbove}} {
		if *f.value == 0 {
			*f.value = f.standard
		}
	}
	if l.Entries == 0 {
		l.Entries = DefaultEntries
	}
	if l.Nesting == 0 {
		l.Nesting = DefaultNesting
	}
	return l
}

// Errors that what is yielded wraps. Each error is a sentence without the name of the
// file, which stands beside it.
var (
	ErrLimit     = phrase.BeyondLimits.Fault()
	ErrEncrypted = phrase.Encrypted.Fault()
	ErrName      = phrase.NameLeadsOut.Fault()
	ErrLink      = phrase.Link.Fault()
	ErrDamaged   = phrase.Damaged.Fault()
	ErrSpecial   = phrase.Special.Fault()
)

// File is a file of a folder, an entry of an archive, or a page out of a file of two.
type File struct {
	Name  string // the path given, and inside an archive the path in it: "acts.zip/2016/a.html"
	Entry bool   // of an archive or a file of two pages
	// Open is called once, on any goroutine. The whole file has been read when it
	// returns, and it fails with one sentence where that cannot be done.
	Open func() (io.ReadCloser, error)
}

// Walk returns the files that a path names, those of a folder in the order of their
// names, and those of archives in theirs. An error comes with the name of what cannot be
// read, and the walk goes on with what comes next. Names that begin with a dot are
// passed over inside folders and archives. When ctx ends, so does the walk, without an
// error.
func Walk(ctx context.Context, root string, limits Limits) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		w := &walk{ctx: ctx, limits: limits.withDefaults(), yield: yield}
		info, err := os.Stat(root) // a link that was named is followed
		switch {
		case err != nil:
			w.fail(root, err)
		case info.IsDir():
			w.folder(root)
		case info.Mode().IsRegular():
			w.file(root)
		default: // a pipe, such as the shell's <(…), can be read once only
			file, err := os.Open(root)
			if err != nil {
				w.fail(root, err)
				return
			}
			defer file.Close()
			w.stream(root, file)
		}
	}
}

// Stream returns the file that a stream holds, or the files of the archive that it holds.
func Stream(ctx context.Context, name string, r io.Reader, limits Limits) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		w := &walk{ctx: ctx, limits: limits.withDefaults(), yield: yield}
		w.stream(name, r)
	}
}

// walk is one walk. Its methods return false when it has to end.
type walk struct {
	ctx    context.Context
	limits Limits
	yield  func(File, error) bool
}

func (w *walk) fail(name string, err error) bool {
	return w.ctx.Err() == nil && w.yield(File{Name: name}, err)
}

func (w *walk) folder(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil && !w.fail(dir, err) {
		return false
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		goOn := true
		switch {
		case hidden(e.Name()):
		case e.IsDir():
			goOn = w.folder(name)
		case e.Type()&fs.ModeSymlink != 0:
			goOn = w.fail(name, ErrLink)
		case !e.Type().IsRegular():
			goOn = w.fail(name, ErrSpecial)
		default:
			goOn = w.file(name)
		}
		if !goOn || w.ctx.Err() != nil {
			return false
		}
	}
	return true
}

// hidden names are not looked at, as is usual; __MACOSX is what macOS adds to its zips.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || name == "__MACOSX" }

// file yields a file of the disk, or what is in it.
func (w *walk) file(name string) bool {
	file, err := os.Open(name)
	if err != nil {
		return w.fail(name, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return w.fail(name, err)
	}
	switch kind, err := detect(file, info.Size(), w.limits.Entries); {
	case err != nil:
		return w.fail(name, err)
	case kind == zipped:
		return w.zip(name, file, info.Size(), w.newBudget())
	case kind == tarred || kind == gzipped:
		return w.tar(name, file, kind, w.newBudget())
	}
	if info.Size() > w.limits.File {
		return w.fail(name, w.tooLong())
	}
	if pages := w.pagesOf(file, info.Size()); len(pages) > 0 {
		return w.pages(name, pages)
	}
	return w.ctx.Err() == nil && w.yield(File{Name: name, Open: func() (io.ReadCloser, error) {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		return w.whole(file)
	}}, nil)
}

// stream yields what a stream holds that can be read only once.
func (w *walk) stream(name string, r io.Reader) bool {
	in := bufio.NewReaderSize(r, blockSize)
	head, _ := in.Peek(blockSize) // an error comes again when the rest is read
	if kind := sniff(head); kind == tarred || kind == gzipped {
		return w.tar(name, in, kind, w.newBudget())
	}
	// A zip archive begins with its end, so that it has to be there as a whole.
	data, err := w.read(in)
	if err != nil {
		return w.fail(name, err)
	}
	return w.memory(name, data, false, w.newBudget())
}

// memory yields bytes that have been read, or what is in them.
func (w *walk) memory(name string, data []byte, entry bool, b *budget) bool {
	kind, err := detect(bytes.NewReader(data), int64(len(data)), w.limits.Entries)
	if err == nil && kind != single && entry {
		if b.depth++; b.depth > w.limits.Nesting {
			b.depth--
			return w.fail(name, ErrLimit.Because(phrase.ArchivesDeep.Of(max(w.limits.Nesting, 0))))
		}
		defer func() { b.depth-- }()
	}
	switch {
	case err != nil:
		return w.fail(name, err)
	case kind == zipped:
		return w.zip(name, bytes.NewReader(data), int64(len(data)), b)
	case kind == tarred || kind == gzipped:
		return w.tar(name, bytes.NewReader(data), kind, b)
	}
	if pages := w.pagesOf(bytes.NewReader(data), int64(len(data))); len(pages) > 0 {
		return w.pages(name, pages)
	}
	return w.ctx.Err() == nil && w.yield(File{Name: name, Entry: entry, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	}}, nil)
}

// pagesOf parts a page that shows an act in two languages: two acts in one file.
func (w *walk) pagesOf(r io.ReaderAt, length int64) []html.Page {
	const longest = 16 << 20 // bytes of such a page; no act is as long
	if length > longest {
		return nil
	}
	head := make([]byte, blockSize)
	n, _ := r.ReadAt(head, 0)
	if !bytes.Contains(head[:n], []byte("<")) && !html.IsMHTML(head[:n]) {
		return nil
	}
	data := make([]byte, length)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, length), data); err != nil {
		return nil // whoever reads the file says why
	}
	return html.Split(w.ctx, data)
}

// pages yields the pages of a file.
func (w *walk) pages(name string, pages []html.Page) bool {
	for _, p := range pages {
		open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(p.Data)), nil }
		if w.ctx.Err() != nil || !w.yield(File{Name: name + "/" + p.Name, Entry: true, Open: open}, nil) {
			return false
		}
	}
	return true
}

func (w *walk) whole(r io.Reader) (io.ReadCloser, error) {
	data, err := w.read(r)
	if err != nil {
		return nil, err
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

// read reads to the end of a file.
func (w *walk) read(r io.Reader) ([]byte, error) {
	limit := w.limits.File
	data, err := io.ReadAll(raw.Within(w.ctx, io.LimitReader(r, limit+1)))
	if int64(len(data)) > limit {
		return nil, w.tooLong()
	}
	return data, err
}

func (w *walk) tooLong() error {
	return ErrLimit.Because(phrase.MoreInOneFile.Of(size(w.limits.File)))
}

// budget is what is left for one archive and all that lies in it.
type budget struct {
	unpacked int64
	entries  int
	depth    int
}

func (w *walk) newBudget() *budget {
	return &budget{unpacked: w.limits.Unpacked, entries: w.limits.Entries}
}

// take counts an entry.
func (w *walk) take(b *budget) error {
	if b.entries--; b.entries < 0 {
		return ErrLimit.Because(phrase.MoreEntries.Of(w.limits.Entries))
	}
	return nil
}

// spend counts unpacked bytes.
func (w *walk) spend(b *budget, n int64) error {
	if b.unpacked -= n; b.unpacked < 0 {
		return ErrLimit.Because(phrase.MoreFromIt.Of(size(w.limits.Unpacked)))
	}
	return nil
}

// inside checks the name of an entry and joins it to that of its archive. Nothing is
// ever written under such a name, but one that climbs is no honest archive's.
func inside(archive, entry string) (name string, skip bool, err error) {
	slashed := strings.ReplaceAll(entry, `\`, "/")
	shown := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, slashed)
	name = archive + "/" + shown
	if drive := len(slashed) > 1 && slashed[1] == ':'; drive || !filepath.IsLocal(slashed) {
		return name, false, ErrName
	}
	for part := range strings.SplitSeq(path.Clean(slashed), "/") {
		if part != "." && hidden(part) {
			return name, true, nil
		}
	}
	return name, false, nil
}

// size is a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1<<30 && n%(1<<30) == 0:
		return fmt.Sprintf("%d GB", n>>30)
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
