package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/view"
	"reglament/corpus"
	"reglament/model"
)

func showCommand(s streams) *cobra.Command {
	format := choose("text", "json")
	var evidence bool
	cmd := &cobra.Command{
		Use:   "show [flags] SIDE",
		Short: "Show an act or a regulation for reading",
		Long: `Show prints the requisites, the notes, the participants and the procedures of an act
or of one of its regulations. An act with texts in two languages is shown in both;
as JSON, several texts are printed one a line.`,
		Example: `  reglament show reglament-demo/acts/4-pavlodar-2016-118-3.kk.txt
  reglament show --corpus reglament-demo/reglament.db --evidence 'KZ-39/2016-03-10/91#2'`,
		Args: cobra.ExactArgs(1),
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(format, "format", "text or json")
	cmd.Flags().BoolVar(&evidence, "evidence", false, "quote the text that each value was read from (text only)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		selected, err := at.selectArgs(cmd.Context(), s, args, lang)
		if err != nil {
			return err
		}
		if format.value == "json" {
			return showJSON(s, selected[0])
		}
		for i, one := range selected[0] {
			if i > 0 {
				fmt.Fprintln(s.out)
			}
			v := view.View{Document: one.Document, Canonical: one.Canonical, Width: width(s.out), Evidence: evidence}
			if one.Regulation != nil {
				err = v.Regulation(s.out, one.Regulation)
			} else {
				err = v.Act(s.out)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	return cmd
}

// showJSON writes one document or regulation indented, several a line each.
func showJSON(s streams, selected []corpus.Selected) error {
	out := model.NewEncoder(s.out)
	if len(selected) == 1 {
		out = model.NewIndentedEncoder(s.out)
	}
	for _, one := range selected {
		var v any = one.Document
		if one.Regulation != nil {
			v = one.Regulation
		}
		if err := out.Encode(v); err != nil {
			return err
		}
	}
	return nil
}
