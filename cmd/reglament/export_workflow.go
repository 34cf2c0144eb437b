package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/export/workflow"
	"reglament/export/workflow/mermaid"
	"reglament/export/workflow/serverless"
	"reglament/model"
)

func exportWorkflowCommand(s streams) *cobra.Command {
	target := choose("bpmn", "camunda8", "camunda7", "flowable", "serverless", "mermaid")
	deadlines := &choice{allowed: []string{"step", "approximate"}}
	var folder string
	cmd := &cobra.Command{
		Use:   "workflow [flags] SIDE…",
		Short: "Write workflow definitions of procedures",
		Long: `Export workflow writes a file for each service and channel of the sides, and prints the
files' names. The texts of an act in two languages go to folders of their own.

Targets: bpmn is BPMN 2.0 for viewers; camunda8 (Zeebe), camunda7 and flowable are BPMN
that these engines deploy; serverless is CNCF Serverless Workflow 1.0, where a task of a
person is an event that is waited for; mermaid is a flowchart for documents.

No engine knows which days are worked in Kazakhstan. With --calendar step, which is the
default of the three engines, a step before each task with a deadline asks a worker when
the term ends (job type or topic ` + workflow.DueDateJob + `: it gets value and unit, and
returns due; in Flowable, the bean ` + workflow.DueDateBean + `). With --calendar approximate the
engine counts the term itself, and three working days are three days, marked as
approximate. The other targets have nothing better.`,
		Example: `  reglament export workflow --target bpmn -o bpmn reglament-demo/acts/6-karaganda-2017-53-02.ru.md
  reglament export workflow --target camunda8 -o camunda8 reglament-demo/acts/1-kostanay-2016-91.kk.txt
  reglament export workflow --target bpmn --corpus reglament-demo/reglament.db 'KZ-39/2016-03-10/91#1'`,
		Args: cobra.MinimumNArgs(1),
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(target, "target", "the workflow engine's format")
	cmd.Flags().Var(deadlines, "calendar", "how deadlines are kept (the engines' default is step)")
	cmd.Flags().StringVarP(&folder, "output", "o", ".", "write to this `folder`, which is made where there is none")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := inFolder(folder, "a definition is written for each channel"); err != nil {
			return err
		}
		sides, err := parseSides(args, lang.value)
		if err != nil {
			return err
		}
		format := workflowFormats[target.value]
		if deadlines.value == "step" && !format.engine {
			return &usageError{fmt.Sprintf("--calendar step is for engines, and %s is none: it has approximate deadlines", target)}
		}
		format.steps = format.engine && deadlines.value != "approximate"
		failed := &failures{of: len(sides)}
		written := map[string]bool{}
		for _, side := range sides {
			if err := cmd.Context().Err(); err != nil {
				return err
			}
			selected, err := at.selectSides(cmd.Context(), s, []corpus.Side{side})
			if err == nil {
				err = writeWorkflows(s, folder, selected[0], format, written)
			}
			if err != nil {
				failed.add(err)
			}
		}
		return failed.orNil()
	}
	return cmd
}

// workflowFormat is a target.
type workflowFormat struct {
	extension string
	engine    bool // waits for dates that a calendar step reckons
	steps     bool // put calendar steps in
	write     func(io.Writer, *workflow.Definition) error
}

var workflowFormats = map[string]workflowFormat{
	"bpmn":       {extension: workflow.Extension, write: writeBPMN(workflow.Plain)},
	"camunda8":   {extension: workflow.Extension, engine: true, write: writeBPMN(workflow.Camunda8)},
	"camunda7":   {extension: workflow.Extension, engine: true, write: writeBPMN(workflow.Camunda7)},
	"flowable":   {extension: workflow.Extension, engine: true, write: writeBPMN(workflow.Flowable)},
	"serverless": {extension: serverless.Extension, write: serverless.Write},
	"mermaid":    {extension: mermaid.Extension, write: mermaid.Write},
}

func writeBPMN(e workflow.Engine) func(io.Writer, *workflow.Definition) error {
	return func(w io.Writer, d *workflow.Definition) error { return workflow.WriteBPMN(w, d, e) }
}

// writeWorkflows writes the definitions of what a side names, and prints their names.
// written holds the files of this run, none of which is written over.
func writeWorkflows(s streams, folder string, selected []corpus.Selected, format workflowFormat, written map[string]bool) error {
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
			path := filepath.Join(in, definitions[i].ID+format.extension)
			if written[path] {
				return fmt.Errorf("%s: %s was written for another side already; export them to different folders", one.Label, path)
			}
			if format.steps {
				definitions[i] = workflow.WithCalendarSteps(definitions[i])
			}
			err := writeFile(path, func(w io.Writer) error { return format.write(w, &definitions[i]) })
			if err != nil {
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
