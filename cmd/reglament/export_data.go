package main

import (
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/export/data"
	"reglament/model"
)

func exportDataCommand(s streams) *cobra.Command {
	format := choose("jsonl", "csv")
	var output string
	cmd := &cobra.Command{
		Use:   "data [flags] [SIDE…]",
		Short: "Write acts for data teams",
		Long: `Export data writes the acts that the sides name, or the newest text of every act of
the corpus in each language: JSON Lines with a document a line, or CSV, a folder of
tables that join by keys.`,
		Example: `  reglament export data --corpus reglament-demo/reglament.db -o acts.jsonl
  reglament export data --format csv -o tables reglament-demo/acts/1-kostanay-2016-91.kk.txt`,
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(format, "format", "jsonl, or csv which needs -o")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this `file`, of csv this folder, instead of standard output")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if format.value == "csv" && output == "" {
			return &usageError{"CSV is several tables: name their folder with -o"}
		}
		sides, err := parseSides(args, lang.value)
		if err != nil {
			return err
		}
		var docs iter.Seq2[*model.Document, error]
		if len(sides) > 0 {
			docs = at.sideDocuments(cmd.Context(), s, sides)
		} else {
			store, err := at.reader(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			docs = storedDocuments(cmd.Context(), store, model.Language(lang.value))
		}
		if format.value == "csv" {
			if err := data.WriteCSV(output, docs); err != nil {
				return err
			}
			fmt.Fprintln(s.err, "wrote", output)
			return nil
		}
		return writeOutput(s, output, func(w io.Writer) error { return data.WriteJSONL(w, docs) })
	}
	return cmd
}

// sideDocuments are the documents that sides name. Of a side that names a regulation,
// the document has that regulation only.
func (w *where) sideDocuments(ctx context.Context, s streams, sides []corpus.Side) iter.Seq2[*model.Document, error] {
	return func(yield func(*model.Document, error) bool) {
		for _, side := range sides {
			selected, err := w.selectSides(ctx, s, []corpus.Side{side})
			if err != nil {
				yield(nil, err)
				return
			}
			for _, one := range selected[0] {
				document := *one.Document
				if one.Regulation != nil {
					document.Regulations = model.List[model.Regulation]{*one.Regulation}
				}
				if !yield(&document, nil) {
					return
				}
			}
		}
	}
}

// storedDocuments are the newest texts of every act of a corpus, one in each language.
func storedDocuments(ctx context.Context, store corpus.Store, language model.Language) iter.Seq2[*model.Document, error] {
	return func(yield func(*model.Document, error) bool) {
		acts, err := store.Acts(ctx, corpus.Filter{Language: language})
		if err != nil {
			yield(nil, err)
			return
		}
		for _, a := range acts {
			editions, err := store.Editions(ctx, a.Key)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, e := range corpus.Newest(editions) {
				if language != "" && e.Language != language {
					continue
				}
				document, _, err := store.Document(ctx, e.ID)
				if !yield(document, err) || err != nil {
					return
				}
			}
		}
	}
}
