package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"reglament/model"
	"reglament/parse"
	"reglament/parse/explain"
)

func parseCommand(s streams) *cobra.Command {
	format := choose("json", "jsonl")
	var explained, coverage bool
	cmd := &cobra.Command{
		Use:   "parse [flags] FILE…",
		Short: "Print what acts say as JSON",
		Long: `Parse reads acts (text, Markdown, HTML, MHTML, PDF or DOCX; - is standard input) and prints
a document for each: the act, its regulations with their procedures, and every doubt.
One file is printed as an indented object; several files as JSON Lines, one a line. Of a
page that shows an act in two languages side by side the object is the first of the two;
--format jsonl prints both.

--explain prints the text instead, with every value marked where it was read, so that a
person sees what was missed; --coverage a line for each file: how many bytes of its text
were read, kept as text only, or not understood.`,
		Example: `  reglament parse reglament-demo/acts/1-kostanay-2016-91.kk.txt
  reglament parse reglament-demo/acts/*.md
  reglament parse --explain reglament-demo/acts/1-kostanay-2016-91.kk.txt`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			lines := format.value == "jsonl"
			if len(files) > 1 && !lines {
				if cmd.Flags().Changed("format") {
					return &usageError{"--format json prints one file; several files are printed with --format jsonl"}
				}
				lines = true
			}
			out := model.NewIndentedEncoder(s.out)
			if lines {
				out = model.NewEncoder(s.out)
			}
			print := func(_ string, r *parse.Result) error { return out.Encode(r.Document) }
			switch {
			case explained:
				style := explain.Plain
				if colored(s.out) {
					style = explain.Colour
				}
				print = func(_ string, r *parse.Result) error { return explain.Write(s.out, r.Document, r.Text, style) }
			case coverage:
				print = func(name string, r *parse.Result) error {
					_, err := fmt.Fprintf(s.out, "%s: %s\n", displayName(name), explain.Of(r.Document, r.Text))
					return err
				}
			}
			failed := &failures{of: len(files)}
			for _, f := range files {
				if err := cmd.Context().Err(); err != nil {
					return err
				}
				results, err := readAll(cmd.Context(), f, s.in, lines)
				if err != nil {
					failed.add(err)
					continue
				}
				for _, r := range results {
					if err := print(f, r); err != nil {
						return err
					}
				}
			}
			return failed.orNil()
		},
	}
	cmd.Flags().Var(format, "format", "json (one file) or jsonl (a line for each)")
	cmd.Flags().BoolVar(&explained, "explain", false, "print the text with what was read from it marked")
	cmd.Flags().BoolVar(&coverage, "coverage", false, "print how much of each text was read")
	cmd.MarkFlagsMutuallyExclusive("explain", "coverage", "format")
	return cmd
}
