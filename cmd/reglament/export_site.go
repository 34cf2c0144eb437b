package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"reglament/export/site"
	"reglament/model/phrase"
)

func exportSiteCommand(s streams) *cobra.Command {
	var output string
	o := site.ExportOptions{Pairs: site.DefaultPairs}
	cmd := &cobra.Command{
		Use:   "site [flags] -o DIR",
		Short: "Write the corpus as web pages",
		Long: `Export site writes the pages of serve as files that need no server: acts with what was
read from them, regulations with time lines and diagrams, comparisons of acts with the
same service, lives and contradictions, each in Kazakh, Russian and English, with their
downloads. Search and import need the server. Open DIR/index.html.

Side by side, a regulation is compared with the newest acts of its service only, as many
as --pairs says; the matrix has up to 17. Of hundreds of acts, a page for each pair would
be too many.

The folder has to be empty or not to exist yet.`,
		Example: `  reglament export site --corpus reglament-demo/reglament.db -o site`,
		Args:    cobra.NoArgs,
	}
	at := corpusFlag(cmd)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this `folder`")
	cmd.Flags().IntVar(&o.Pairs, "pairs", o.Pairs, "compare a regulation with so many of the newest acts, 0 for none")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if o.Pairs < 0 {
			return &usageError{"--pairs is a number of acts, not less than 0"}
		}
		if err := inFolder(output, "pages are many files"); err != nil {
			return err
		}
		switch entries, err := os.ReadDir(output); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return fault(output, err)
		case len(entries) > 0:
			return &usageError{fmt.Sprintf("%s is not empty: name a new folder", output)}
		}
		ctx := cmd.Context()
		store, err := at.reader(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		pages, err := site.New(ctx, site.Options{Store: store})
		if err != nil {
			return err
		}
		defer pages.Close()
		bar, written, size := newProgress(s.err), 0, int64(0)
		err = pages.Export(ctx, output, o, func(n int, bytes int64) {
			bar.expect(1)
			bar.step()
			written, size = n, bytes
		})
		bar.done()
		if err != nil {
			return unwritten(output, err)
		}
		fmt.Fprintf(s.err, "wrote %s, %.1f MB, to %s\n", phrase.English.T("n.files", written), float64(size)/1e6, output)
		return nil
	}
	return cmd
}
