package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/export/workflow"
	"reglament/model"
)

func exportWorkflowCommand(s streams) *cobra.Command {
	target := choose("bpmn")
	var folder string
	cmd := &cobra.Command{
		Use:   "workflow --target bpmn [flags] SIDE…",
		Short: "Write workflow definitions of procedures",
		Long: `Export workflow writes a BPMN 2.0 file for each service and channel of the sides, and
prints the files' names. The texts of an act in two languages go to folders of their own.`,
		Example: `  reglament export workflow --target bpmn -o bpmn reglament-demo/acts/6-karaganda-2017-53-02.ru.md
  reglament export workflow --target bpmn --corpus reglament-demo/reglament.db 'KZ-39/2016-03-10/91#1'`,
		Args: cobra.MinimumNArgs(1),
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(target, "target", "the workflow engine's format: bpmn")
	cmd.Flags().StringVarP(&folder, "output", "o", ".", "write to this `folder`, which is made where there is none")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		sides, err := parseSides(args, lang.value)
		if err != nil {
			return err
		}
		failed := &failures{of: len(sides)}
		written := map[string]bool{}
		for _, side := range sides {
			if err := cmd.Context().Err(); err != nil {
				return err
			}
			selected, err := at.selectSides(cmd.Context(), s, []corpus.Side{side})
			if err == nil {
				err = writeWorkflows(s, folder, selected[0], written)
			}
			if err != nil {
				failed.errs = append(failed.errs, err)
			}
		}
		return failed.orNil()
	}
	return cmd
}

// writeWorkflows writes the definitions of what a side names, and prints their names.
// written holds the files of this run, none of which is written over.
func writeWorkflows(s streams, folder string, selected []corpus.Selected, written map[string]bool) error {
	inLanguages := map[model.Language]bool{}
	for _, one := range selected {
		inLanguages[one.Document.Act.Language] = true
	}
	for _, one := range selected {
		in := folder
		if len(inLanguages) > 1 {
			in = filepath.Join(folder, string(one.Document.Act.Language))
		}
		definitions := define(one)
		if len(definitions) == 0 {
			return fmt.Errorf("%s describes no procedure", one.Label)
		}
		for i := range definitions {
			path := filepath.Join(in, definitions[i].FileName())
			if written[path] {
				return fmt.Errorf("%s: %s was written for another side already; export them to different folders", one.Label, path)
			}
			if err := writeWorkflow(path, &definitions[i]); err != nil {
				return err
			}
			written[path] = true
			if _, err := fmt.Fprintln(s.out, path); err != nil {
				return err
			}
		}
	}
	return nil
}

// define builds the definitions of one regulation, or of all of an act.
func define(one corpus.Selected) []workflow.Definition {
	var out []workflow.Definition
	for i := range one.Document.Regulations {
		r := &one.Document.Regulations[i]
		if one.Regulation == nil || one.Regulation == r {
			out = append(out, workflow.Build(workflow.Input{ActKey: one.Document.Act.Key, Regulation: r, Language: one.Document.Act.Language})...)
		}
	}
	return out
}

func writeWorkflow(path string, d *workflow.Definition) error {
	return writeFile(path, func(w io.Writer) error {
		if err := workflow.WriteBPMN(w, d); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return nil
	})
}
