package main

import "github.com/spf13/cobra"

func exportCommand(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write data and workflow definitions",
		Args:  cobra.NoArgs,
	}
	cmd.AddCommand(exportDataCommand(s), exportWorkflowCommand(s), exportSiteCommand(s))
	return cmd
}
