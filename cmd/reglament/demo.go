package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reglament/testdata"
)

// What the demo shows of the sample: one service in two regions.
const (
	demoFolder  = "reglament-demo"
	demoService = "Жұмыссыз азаматтарға анықтама беру"
	demoSideA   = "KZ-39/2016-03-10/91"
	demoSideB   = "KZ-55/2016-05-05/118/3"
)

// What the demo makes in its folder.
const (
	demoActs   = "acts"
	demoCorpus = defaultCorpus
	demoData   = "regulations.jsonl"
	demoBPMN   = "bpmn"
)

func demoCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "demo [flags] [DIR]",
		Short: "Do the main job on the built-in sample",
		Long: `Demo writes the built-in sample acts to a folder (reglament-demo unless told
otherwise), reads them into a corpus there, prints what two regions do differently for
one service, and exports data and workflow definitions. The acts were written for this
project and are not law.`,
		Example: `  reglament demo
  reglament demo /tmp/reglament-demo`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder := demoFolder
			if len(args) == 1 {
				folder = args[0]
			}
			if err := checkDemoFolder(folder); err != nil {
				return err
			}
			return demo(cmd, s, folder)
		},
	}
}

// checkDemoFolder refuses a folder with anything that is not the demo's own.
func checkDemoFolder(folder string) error {
	entries, err := os.ReadDir(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fault(folder, err)
	}
	own := []string{demoActs, demoData, demoBPMN}
	for _, e := range entries {
		ofCorpus := strings.HasPrefix(e.Name(), demoCorpus) // its log, or the copy of an older version
		if !ofCorpus && !slices.Contains(own, e.Name()) {
			return fmt.Errorf("%s: holds %s, which is not the demo's; name a folder that is new or empty", folder, e.Name())
		}
	}
	return nil
}

func demo(cmd *cobra.Command, s streams, folder string) error {
	acts := filepath.Join(folder, demoActs)
	if err := writeSample(acts); err != nil {
		return err
	}
	fmt.Fprintln(s.err, "wrote the sample acts to", acts)

	database := filepath.Join(folder, demoCorpus)
	for _, args := range [][]string{
		{"ingest", "--corpus", database, acts},
		{"compare", "--corpus", database, "--service", demoService, demoSideA, demoSideB},
		{"export", "data", "--format", "jsonl", "--corpus", database, "-o", filepath.Join(folder, demoData)},
		{"export", "workflow", "--target", "bpmn", "--corpus", database, "-o", filepath.Join(folder, demoBPMN), demoSideA, demoSideB},
	} {
		fmt.Fprintf(s.err, "\n$ %s\n", commandLine(args))
		root := newRoot(s)
		root.SetArgs(args)
		if err := root.ExecuteContext(cmd.Context()); err != nil {
			return err
		}
	}
	return nil
}

// commandLine shows a command as it can be typed into a shell.
func commandLine(args []string) string {
	words := []string{"reglament"}
	for _, a := range args {
		if strings.ContainsAny(a, " #'\"$&;()*?<>|\\") {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		words = append(words, a)
	}
	return strings.Join(words, " ")
}

// writeSample writes the sample acts to a folder.
func writeSample(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return unwritten(folder, err)
	}
	for name, data := range testdata.Acts() {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return unwritten(path, err)
		}
	}
	return nil
}
