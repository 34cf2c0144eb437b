package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/source/archive"
)

func ingestCommand(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ingest [flags] PATH…",
		Short: "Read files, folders and archives into the corpus",
		Long: `Ingest reads acts (HTML, MHTML, PDF, DOCX, Markdown, text) and stores them. Folders and
archives (.zip, .tar, .tar.gz, and such archives inside them) are read with all that is
in them, but names that begin with a dot are passed over, and links inside them are not
followed. What a file is, its content tells, not its name. The same file twice changes
nothing; a new text of a known act is a new edition. Of two texts of one act, language and
day the one with more regulations counts as the newer, and what has fewer is named. What
fails is named with the reason and does not stop the rest; interrupted work keeps what it
has stored.

With --queue, files are not read but put into the queue of a corpus in PostgreSQL, for
reglament worker to read them on as many machines as there are.

The --max flags bound what one file or archive may take. What goes beyond them is an
error, and nothing of it is stored. Each PDF is read by a process of its own, which is
ended when it takes longer or needs more memory than that.`,
		Example: `  reglament ingest reglament-demo/acts
  reglament ingest --corpus acts.db reglament-demo/acts/*.md
  reglament ingest --queue --corpus postgres://reglament@db.example/acts reglament-demo/acts
  reglament ingest --corpus acts.db --max-file 16MB --max-time 20s reglament-demo/acts`,
		Args: cobra.MinimumNArgs(1),
	}
	at := corpusFlag(cmd)
	l := limitFlags(cmd)
	queued := cmd.Flags().Bool("queue", false, "put the files into the queue of a PostgreSQL corpus instead of reading them")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := l.check(); err != nil {
			return err
		}
		ctx := cmd.Context()
		total := countFiles(ctx, paths)
		if total == 0 { // no corpus is made for nothing
			failed := &failures{}
			for f, err := range l.files(ctx, s, paths) {
				failed.add(fault(f.Name, err))
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if failed.of = failed.failed; failed.of == 0 {
				return fmt.Errorf("there are no files in %s", strings.Join(paths, ", "))
			}
			return failed
		}
		if *queued {
			return l.enqueue(ctx, s, at, paths, total)
		}
		store, err := at.open(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		bar := newProgress(s.err)
		bar.expect(total)
		return l.ingest(ctx, s, store, l.sources(ctx, s, paths, bar), bar)
	}
	return cmd
}

// ingest stores the sources and tells stderr what became of them.
func (l limits) ingest(ctx context.Context, s streams, store corpus.Store, sources iter.Seq2[corpus.Source, error], bar *progress) error {
	run := tally{changes: map[corpus.Change]int{}, why: map[string]int{}}
	err := corpus.Ingest(ctx, store, sources, l.readFunc(ctx),
		func(name string, outcome corpus.Outcome, err error) {
			bar.step()
			if err != nil {
				run.fail(reason(err))
				fmt.Fprintln(bar.above(s.err), fault(name, err))
				return
			}
			run.changes[outcome.Change]++
			warnOf(bar.above(s.err), name, outcome)
		})
	bar.done()
	run.write(s.err)
	if err != nil {
		return err
	}
	return (&failures{failed: run.failed, of: run.inputs()}).orNil()
}

// readFunc reads an act for the corpus; its errors do not name the file.
func (l limits) readFunc(ctx context.Context) corpus.ReadFunc {
	return func(name string, raw []byte) (*model.Document, string, error) {
		result, err := l.parse(ctx, filepath.Base(name), raw)
		if err != nil {
			return nil, "", &phrase.Fault{Why: phrase.Why(err), Err: err}
		}
		return result.Document, result.Text, nil
	}
}

// tally counts what became of the inputs of a run.
type tally struct {
	changes map[corpus.Change]int
	failed  int
	why     map[string]int // reasons of the failures
}

// maxReasons is how many different reasons of failures are counted; each failure has
// been named with its own when it happened.
const maxReasons = 20

func (t *tally) fail(reason string) {
	t.failed++
	if _, known := t.why[reason]; !known && len(t.why) >= maxReasons {
		reason = "other reasons"
	}
	t.why[reason]++
}

func (t *tally) inputs() int {
	n := t.failed
	for _, c := range t.changes {
		n += c
	}
	return n
}

// write writes one line on a run, "read 6: stored 5, new editions 1, …, failed 0", and,
// where several inputs failed, a line for each reason.
func (t *tally) write(w io.Writer) {
	fmt.Fprintf(w, "read %d: stored %d, new languages %d, new editions %d, new forms %d, reread %d, unchanged %d, failed %d\n",
		t.inputs(), t.changes[corpus.Stored], t.changes[corpus.NewLanguage], t.changes[corpus.NewEdition],
		t.changes[corpus.NewForm], t.changes[corpus.Reread], t.changes[corpus.Unchanged], t.failed)
	if t.failed < 2 {
		return
	}
	reasons := slices.SortedFunc(maps.Keys(t.why), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.why[b], t.why[a]), cmp.Compare(a, b))
	})
	for _, r := range reasons {
		fmt.Fprintf(w, "  failed %d: %s\n", t.why[r], r)
	}
}

// files are the files that paths name, and those in the folders and archives among them.
func (l limits) files(ctx context.Context, s streams, paths []string) iter.Seq2[archive.File, error] {
	return func(yield func(archive.File, error) bool) {
		for _, p := range paths {
			walk := archive.Walk(ctx, p, l.archive)
			if p == stdinName {
				walk = archive.Stream(ctx, stdinName, s.in, l.archive)
			}
			for f, err := range walk {
				if !yield(f, err) {
					return
				}
			}
		}
	}
}

// sources are the files to be stored. Entries of archives were not expected before.
func (l limits) sources(ctx context.Context, s streams, paths []string, bar *progress) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		for f, err := range l.files(ctx, s, paths) {
			if f.Entry {
				bar.expect(1)
			}
			if !yield(corpus.Source{Name: f.Name, Open: f.Open}, err) {
				return
			}
		}
	}
}

// countFiles counts what there is to read, without looking into archives.
func countFiles(ctx context.Context, paths []string) int {
	n := 0
	for _, p := range paths {
		if info, err := os.Stat(p); p == stdinName || err == nil && !info.IsDir() {
			n++
			continue
		}
		// What cannot be listed is named when it is to be read.
		root := p + string(filepath.Separator) // a link that was named is followed
		filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case ctx.Err() != nil:
				return fs.SkipAll
			case err != nil:
				return nil
			case path != root && strings.HasPrefix(d.Name(), ".") && d.IsDir():
				return fs.SkipDir
			case d.Type().IsRegular() && !strings.HasPrefix(d.Name(), "."):
				n++
			}
			return nil
		})
	}
	return n
}
