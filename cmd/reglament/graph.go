package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"reglament/corpus/graph"
	"reglament/export/network"
	"reglament/model"
	"reglament/model/phrase"
)

func graphCommand(s streams) *cobra.Command {
	format := choose("csv", "graphml", "mermaid", "svg")
	relations := &choices[graph.Relation]{allowed: graph.Relations}
	var output string
	var depth int
	cmd := &cobra.Command{
		Use:   "graph [flags] [SIDE…]",
		Short: "Show which act amends, repeals, approves, implements and cites which",
		Long: `Graph prints the relations between the acts of the corpus, acts included that its texts
only mention: as a table, for network tools, as a Mermaid flowchart, or as a picture with
a column for each year and a lane for each region. With SIDEs, what is not more than
--depth relations away from these acts is printed.

An act implements another where it regulates a service by the standard that the other
approves; it approves another where the text of a regulation that it approved stands there.`,
		Example: `  reglament graph --corpus reglament-demo/reglament.db
  reglament graph --corpus reglament-demo/reglament.db --format svg -o acts.svg KZ-39/2016-03-10/91`,
	}
	at := corpusFlag(cmd)
	cmd.Flags().Var(format, "format", "csv, graphml, mermaid or svg")
	outputFlag(cmd, &output)
	cmd.Flags().Var(relations, "relation", "only these relations: "+model.Joined(relations.allowed, ", "))
	cmd.Flags().IntVar(&depth, "depth", 1, "`number` of relations that an act may be away from the named ones")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		sides, err := parseSides(args, "")
		if err != nil {
			return err
		}
		if depth < 1 {
			return &usageError{"--depth is 1 or more"}
		}
		store, archive, err := at.lives(cmd.Context())
		if err != nil {
			return err
		}
		defer store.Close()
		g := graph.Of(archive)
		if relations.given {
			g = g.Only(relations.values)
		}
		if len(sides) > 0 {
			var keys []string
			for _, side := range sides {
				one, err := actOf(cmd.Context(), s, store, archive, side)
				if err != nil {
					return err
				}
				keys = append(keys, one.key)
			}
			g = g.Around(keys, depth)
		}
		fmt.Fprintf(s.err, "%s, %s\n", phrase.English.T("n.acts", len(g.Nodes)), phrase.English.T("n.relations", len(g.Edges)))
		if n := archive.Unidentified(); n > 0 {
			fmt.Fprintf(s.err, "warning: mentions that do not tell which act they mean: %d\n", n)
		}
		return writeOutput(s, output, func(w io.Writer) error {
			switch format.value {
			case "graphml":
				return network.WriteGraphML(w, g)
			case "mermaid":
				return network.WriteMermaid(w, g)
			case "svg":
				return network.WriteSVG(w, g, phrase.English)
			}
			return network.WriteCSV(w, g)
		})
	}
	return cmd
}
