package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/model"
	"reglament/parse"
)

func ingestCommand(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ingest [flags] PATH…",
		Short: "Read files and folders into the corpus",
		Long: `Ingest reads acts and stores them. Folders are read with all that is in them, but
names that begin with a dot are passed over. The same file twice changes nothing; a
new text of a known act is a new edition. What fails is named and does not stop the
rest; interrupted work keeps what it has stored.`,
		Example: `  reglament ingest reglament-demo/acts
  reglament ingest --corpus acts.db reglament-demo/acts/*.md`,
		Args: cobra.MinimumNArgs(1),
	}
	at := corpusFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		files, failed := listFiles(paths)
		if len(files) == 0 {
			if len(failed) == 0 {
				return fmt.Errorf("there are no files in %s", strings.Join(paths, ", "))
			}
			return &failures{errs: failed, of: len(failed)} // no corpus is made for nothing
		}
		store, err := at.open(cmd.Context())
		if err != nil {
			return err
		}
		defer store.Close()
		return ingest(cmd, s, store, files, failed)
	}
	return cmd
}

// ingest stores the files and tells stderr what became of them.
func ingest(cmd *cobra.Command, s streams, store corpus.Store, files []string, failed []error) error {
	changes := map[corpus.Change]int{}
	var warnings []string
	bar := newProgress(s.err, len(files))
	err := corpus.Ingest(cmd.Context(), store, sources(files, s.in),
		func(name string, raw []byte) (*model.Document, string, error) {
			result, err := parse.Bytes(filepath.Base(name), raw)
			if err != nil {
				return nil, "", errors.New(reason(err))
			}
			return result.Document, result.Text, nil
		},
		func(name string, outcome corpus.Outcome, err error) {
			bar.step()
			if err != nil {
				failed = append(failed, fault(name, err))
				return
			}
			changes[outcome.Change]++
			warnings = append(warnings, outcome.Warnings...)
		})
	bar.done()
	warn(s.err, warnings)
	fmt.Fprintln(s.err, totals(changes, len(failed)))
	if err != nil {
		for _, f := range failed {
			fmt.Fprintln(s.err, f)
		}
		return err
	}
	return (&failures{errs: failed, of: sum(changes) + len(failed)}).orNil()
}

// totals is one line on a run: "read 6: stored 5, new editions 1, unchanged 0, failed 0".
func totals(changes map[corpus.Change]int, failed int) string {
	return fmt.Sprintf("read %d: stored %d, new languages %d, new editions %d, new forms %d, reread %d, unchanged %d, failed %d",
		sum(changes)+failed, changes[corpus.Stored], changes[corpus.NewLanguage], changes[corpus.NewEdition],
		changes[corpus.NewForm], changes[corpus.Reread], changes[corpus.Unchanged], failed)
}

func sum(changes map[corpus.Change]int) int {
	n := 0
	for _, c := range changes {
		n += c
	}
	return n
}

// listFiles returns the files that paths name, those of a folder in the order of their
// names, and an error for each path that cannot be listed.
func listFiles(paths []string) (files []string, failed []error) {
	for _, p := range paths {
		if p == stdinName {
			files = append(files, p)
			continue
		}
		// What cannot be listed is noted and passed over, so the walk itself never fails.
		filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				failed = append(failed, fault(path, err))
				return nil
			case path != p && strings.HasPrefix(d.Name(), ".") && d.IsDir():
				return fs.SkipDir
			case d.IsDir() || path != p && strings.HasPrefix(d.Name(), "."):
				return nil
			}
			files = append(files, path)
			return nil
		})
	}
	return files, failed
}

func sources(files []string, stdin io.Reader) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		for _, f := range files {
			open := func() (io.ReadCloser, error) { return os.Open(f) }
			if f == stdinName {
				open = func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }
			}
			if !yield(corpus.Source{Name: f, Open: open}, nil) {
				return
			}
		}
	}
}
