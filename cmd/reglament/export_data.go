package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/export/data"
	"reglament/model"
)

func exportDataCommand(s streams) *cobra.Command {
	format := choose("jsonl", "csv", "xlsx", "parquet", "akn")
	var output string
	cmd := &cobra.Command{
		Use:   "data [flags] [SIDE…]",
		Short: "Write acts for data teams",
		Long: `Export data writes the acts that the sides name, or the newest text of every act of
the corpus in each language: JSON Lines with a document a line; tables that join by keys
as a folder of CSV or Parquet files or as an Excel workbook; or Akoma Ntoso 3.0 XML, a
folder with a file an act. What the columns mean is in the sheet "dictionary" of a
workbook. A text that several sides name is written once, with all regulations that they
name. Where the corpus knows the status of an act from other texts than its own, JSON
Lines have it as the act's fate, and the tables beside the status that its text tells. In
CSV an apostrophe stands before a text that a spreadsheet would take for a formula, because
it begins with =, +, -, @ or a tab, and before one that begins with an apostrophe: who needs
the exact text takes one leading apostrophe away.`,
		Example: `  reglament export data --corpus reglament-demo/reglament.db -o acts.jsonl
  reglament export data --format csv -o tables reglament-demo/acts/1-kostanay-2016-91.kk.txt
  reglament export data --corpus reglament-demo/reglament.db --format xlsx -o acts.xlsx
  reglament export data --corpus reglament-demo/reglament.db --format akn -o akn`,
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(format, "format", "jsonl, csv, xlsx, parquet or akn")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this `file`, of csv, parquet and akn this folder, instead of standard output")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch format.value {
		case "csv", "parquet", "akn":
			if err := inFolder(output, format.value+" is several files"); err != nil {
				return err
			}
		}
		if err := readable(s, output, format.value); err != nil {
			return err
		}
		sides, err := parseSides(args, lang.value)
		if err != nil {
			return err
		}
		for _, side := range sides {
			if format.value == "akn" && (side.Regulation != 0 || side.Service != "") {
				return &usageError{side.Text + " names one regulation; a file of Akoma Ntoso has the whole act"}
			}
		}
		var texts iter.Seq2[data.Text, error]
		if len(sides) > 0 {
			texts = at.sideTexts(cmd.Context(), s, sides)
		} else {
			store, err := at.reader(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			texts = storedTexts(cmd.Context(), store, model.Language(lang.value))
		}
		return exportData(s, format.value, output, texts)
	}
	return cmd
}

// exportData writes texts in a format, and tells stderr what is not in it as a whole.
func exportData(s streams, format, output string, texts iter.Seq2[data.Text, error]) error {
	docs := documents(texts)
	var err error
	switch format {
	case "csv":
		err = data.WriteCSV(output, docs)
	case "parquet":
		err = data.WriteParquet(output, docs)
	case "akn":
		return exportAKN(s, output, texts)
	case "xlsx":
		return writeOutput(s, output, func(w io.Writer) error {
			cuts, err := data.WriteXLSX(w, docs)
			for _, c := range cuts {
				fmt.Fprintf(s.err, "warning: %s, row %d, %s: a text of %d characters is cut, a cell has room for 32767\n", c.Table, c.Row, c.Column, c.Length)
			}
			return err
		})
	default:
		return writeOutput(s, output, func(w io.Writer) error { return data.WriteJSONL(w, docs) })
	}
	if err != nil {
		return unwritten(output, err)
	}
	fmt.Fprintln(s.err, "wrote", output)
	return nil
}

// exportAKN names each text that has no place in Akoma Ntoso; the others are written.
func exportAKN(s streams, output string, texts iter.Seq2[data.Text, error]) error {
	some := &failures{}
	counted := func(yield func(data.Text, error) bool) {
		for t, err := range texts {
			some.of++
			if !yield(t, err) {
				return
			}
		}
	}
	skipped, err := data.WriteAKN(output, counted, time.Now())
	if err != nil {
		return unwritten(output, err)
	}
	for _, x := range skipped {
		some.add(fault(x.Source, x.Reason))
	}
	fmt.Fprintln(s.err, "wrote", output)
	return some.orNil()
}

// documents are the documents of texts.
func documents(texts iter.Seq2[data.Text, error]) iter.Seq2[*model.Document, error] {
	return func(yield func(*model.Document, error) bool) {
		for t, err := range texts {
			if !yield(t.Document, err) {
				return
			}
		}
	}
}

// sideTexts are the texts that sides name, each once. Of a text of which sides name only
// regulations, the document has only those.
func (w *where) sideTexts(ctx context.Context, s streams, sides []corpus.Side) iter.Seq2[data.Text, error] {
	return func(yield func(data.Text, error) bool) {
		selected, err := w.selectSides(ctx, s, sides)
		if err != nil {
			yield(data.Text{}, err)
			return
		}
		for _, text := range merged(slices.Concat(selected...)) {
			if !yield(text, nil) {
				return
			}
		}
	}
}

// merged are the texts of what is selected, in the order in which they first come.
func merged(selected []corpus.Selected) []data.Text {
	type choice struct {
		corpus.Selected
		whole bool
		only  map[int]bool // regulations, by their numbers
	}
	var all []*choice
	known := map[string]*choice{} // by the hash of what was read, which is the key of tables
	for _, one := range selected {
		c := known[one.Document.Source.SHA256]
		if c == nil {
			c = &choice{Selected: one, only: map[int]bool{}}
			known[one.Document.Source.SHA256] = c
			all = append(all, c)
		}
		if one.Regulation == nil {
			c.whole = true
		} else {
			c.only[one.Regulation.Index] = true
		}
	}
	out := make([]data.Text, 0, len(all))
	for _, c := range all {
		document := *c.Document
		if !c.whole {
			document.Regulations = slices.DeleteFunc(slices.Clone(document.Regulations), func(g model.Regulation) bool { return !c.only[g.Index] })
		}
		out = append(out, data.Text{Document: &document, Canonical: c.Canonical})
	}
	return out
}

// storedTexts are the newest texts of every act of a corpus, one in each language.
func storedTexts(ctx context.Context, store corpus.Store, language model.Language) iter.Seq2[data.Text, error] {
	return func(yield func(data.Text, error) bool) {
		acts, err := store.Acts(ctx, corpus.Filter{Language: language})
		if err != nil {
			yield(data.Text{}, err)
			return
		}
		for _, a := range acts {
			editions, err := store.Editions(ctx, a.Key)
			if err != nil {
				yield(data.Text{}, err)
				return
			}
			for _, e := range corpus.Newest(editions) {
				if language != "" && e.Language != language {
					continue
				}
				document, canonical, err := store.Document(ctx, e.ID)
				if !yield(data.Text{Document: document, Canonical: canonical}, err) || err != nil {
					return
				}
			}
		}
	}
}
