package main

import (
	"github.com/spf13/cobra"

	"reglament/export/schema"
)

func schemaCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of what parse prints",
		Long: `Schema prints the JSON Schema (2020-12) of a document as parse prints it: what every field
means, and the codes of roles, actions, units, findings and so on.`,
		Example: `  reglament schema
  reglament schema > document.schema.json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			text, err := schema.JSON()
			if err != nil {
				return err
			}
			_, err = s.out.Write(text)
			return err
		},
	}
}
