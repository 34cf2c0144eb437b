package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/view"
	"reglament/compare/catalogue"
	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
	"reglament/model/phrase"
)

func listCommand(s streams) *cobra.Command {
	format := choose("text", "json", "csv")
	var service string
	cmd := &cobra.Command{
		Use:   "list [flags]",
		Short: "List the acts of the corpus",
		Long: `List prints the acts of the corpus by region, date and number: a table, a JSON array
or CSV. The key in the first column is how other commands name an act; eds is the number
of its editions, in each language counted by themselves, and regs that of its regulations.
The status is that of all texts of the corpus: an act is repealed where the act that repeals
it is there, whatever its own text says (text_status of JSON and CSV).`,
		Example: `  reglament list --corpus reglament-demo/reglament.db
  reglament list --corpus reglament-demo/reglament.db --region KZ-55 --format csv`,
		Args: cobra.NoArgs,
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	region, status := regionFlag(cmd), statusFlag(cmd)
	cmd.Flags().Var(format, "format", "text, json or csv")
	cmd.Flags().StringVar(&service, "service", "", "only acts with a service that has this in its `name`, "+otherwiseNamed)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		store, err := at.reader(cmd.Context())
		if err != nil {
			return err
		}
		defer store.Close()
		acts, err := store.Acts(cmd.Context(), corpus.Filter{
			Region: model.Region(region.value), Service: service, Names: sameService(catalogue.Builtin(), service),
			Status: model.Status(status.value), Language: model.Language(lang.value),
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(s.err, phrase.English.T("n.acts", len(acts)))
		switch format.value {
		case "json":
			return model.NewIndentedEncoder(s.out).Encode(model.List[corpus.ActSummary](acts))
		case "csv":
			return listCSV(s.out, acts)
		}
		return listTable(s.out, acts)
	}
	return cmd
}

func listTable(w io.Writer, acts []corpus.ActSummary) error {
	rows := make([][]string, 0, len(acts))
	for _, a := range acts {
		rows = append(rows, []string{
			a.Key, string(a.Status), model.Joined(a.Languages, " "), strconv.Itoa(a.Editions), strconv.Itoa(a.Regulations), a.Name(phrase.English),
		})
	}
	_, err := fmt.Fprintln(w, view.Table([]string{"key", "status", "lang", "eds", "regs", "title"}, rows, width(w)))
	return err
}

func listCSV(w io.Writer, acts []corpus.ActSummary) error {
	out := report.NewCSV(w)
	out.Write([]string{"key", "id", "languages", "kind", "title", "issuer", "region", "adopted", "number", "status", "regulations", "services", "editions", "source", "repealed_by", "text_status"})
	for _, a := range acts {
		by, _ := corpus.Named(a.RepealedBy, corpus.RefRepealedBy, a.Region)
		out.Write([]string{
			a.Key, string(a.ID), model.Joined(a.Languages, " "), string(a.Kind), string(a.Title), string(a.Issuer), string(a.Region), string(a.Adopted),
			string(a.Number), string(a.Status), strconv.Itoa(a.Regulations), strings.Join(a.Services, "; "), strconv.Itoa(a.Editions), a.Source,
			by.Key, string(a.TextStatus),
		})
	}
	return out.Close()
}
