package main

import "github.com/spf13/cobra"

func exportCommand(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write data and workflow definitions",
		Example: `  reglament export data --format csv -o csv reglament-demo/acts/1-kostanay-2016-91.kk.txt
  reglament export workflow --target bpmn -o diagrams reglament-demo/acts/6-karaganda-2017-53-02.ru.md`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return &usageError{"export what: data, workflow or site?"} },
	}
	cmd.AddCommand(exportDataCommand(s), exportWorkflowCommand(s), exportSiteCommand(s))
	return cmd
}
