package main

import (
	"encoding/json"

	"github.com/spf13/cobra"
)

func parseCommand(s streams) *cobra.Command {
	format := choose("json", "jsonl")
	cmd := &cobra.Command{
		Use:   "parse [flags] FILE…",
		Short: "Print what acts say as JSON",
		Long: `Parse reads acts (text, Markdown, HTML, PDF or DOCX; - is standard input) and prints
a document for each: the act, its regulations with their procedures, and every doubt.
One file is printed as an indented object; several files as JSON Lines, one a line.`,
		Example: `  reglament parse reglament-demo/acts/1-kostanay-2016-91.kk.txt
  reglament parse reglament-demo/acts/*.md`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			lines := format.value == "jsonl"
			if len(files) > 1 && !lines {
				if cmd.Flags().Changed("format") {
					return &usageError{"--format json prints one file; several files are printed with --format jsonl"}
				}
				lines = true
			}
			out := json.NewEncoder(s.out)
			out.SetEscapeHTML(false)
			if !lines {
				out.SetIndent("", " ")
			}
			failed := &failures{of: len(files)}
			for _, f := range files {
				if err := cmd.Context().Err(); err != nil {
					return err
				}
				result, err := read(f, s.in)
				if err != nil {
					failed.errs = append(failed.errs, err)
					continue
				}
				if err := out.Encode(result.Document); err != nil {
					return err
				}
			}
			return failed.orNil()
		},
	}
	cmd.Flags().Var(format, "format", "json (one file) or jsonl (a line for each)")
	return cmd
}
