package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/view"
	"reglament/compare"
	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
)

func compareCommand(s streams) *cobra.Command {
	format := choose("text", "json", "csv", "xlsx", "html")
	by := choose("", string(compare.ByRegion), string(compare.ByDate))
	var service, output string
	cmd := &cobra.Command{
		Use:   "compare [flags] SIDE SIDE…",
		Short: "Tell what regulations of a service do differently",
		Long: `Compare lists the differences between two regulations of one service. Of two whole
acts, every service that both regulate is compared. Where one side names a regulation
and the other an act, the regulation of the same service is looked for in the act. A
service is recognised by the catalogue, in both languages and under its former names.

More than two sides give a matrix: services and their steps are rows, acts are columns,
and what deviates from most acts is marked. An act without the service that is asked for
is named and left out of it.`,
		Example: `  reglament compare reglament-demo/acts/1-kostanay-2016-91.kk.txt#1 reglament-demo/acts/4-pavlodar-2016-118-3.kk.txt
  reglament compare --corpus reglament-demo/reglament.db --service "анықтама беру" KZ-39/2016-03-10/91 KZ-55/2016-05-05/118/3
  reglament compare --corpus reglament-demo/reglament.db 'KZ-39/2016-03-10/91#1@2016-06-01' 'KZ-39/2016-03-10/91#1'
  reglament compare --by date --format html -o matrix.html reglament-demo/acts/1-kostanay-2016-91.kk.txt reglament-demo/acts/4-pavlodar-2016-118-3.kk.txt reglament-demo/acts/6-karaganda-2017-53-02.ru.md`,
		Args: cobra.MinimumNArgs(2),
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	services := servicesFlag(cmd)
	cmd.Flags().StringVar(&service, "service", "", "compare the regulations that have this in the `name` of their service, "+otherwiseNamed)
	cmd.Flags().Var(format, "format", "text, json, csv, xlsx or html")
	cmd.Flags().Var(by, "by", "a matrix with its columns in the order of region or date")
	outputFlag(cmd, &output)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := readable(s, output, format.value); err != nil {
			return err
		}
		sides, err := parseSides(args, lang.value)
		if err != nil {
			return err
		}
		known, err := services()
		if err != nil {
			return err
		}
		for i := range sides {
			if service != "" && sides[i].Service == "" && sides[i].Regulation == 0 {
				sides[i].Service = service
			}
			sides[i].Names = sameService(known, sides[i].Service)
		}
		with := compare.With{Services: known}
		if len(sides) > 2 || by.value != "" {
			selected, without, err := at.selectWith(cmd.Context(), s, sides)
			if err != nil {
				return err
			}
			m := matrixOf(with, selected, compare.Order(by.value))
			if err := writeOutput(s, output, func(w io.Writer) error { return writeMatrix(w, m, format.value) }); err != nil {
				return err
			}
			return without.orNil()
		}
		selected, err := at.selectSides(cmd.Context(), s, sides)
		if err != nil {
			return err
		}
		a, b, err := pair(selected[0], selected[1])
		if err != nil {
			return err
		}
		compared, err := compareSides(with, a, b)
		if err != nil {
			return err
		}
		return writeOutput(s, output, func(w io.Writer) error { return writeComparison(w, compared, format.value) })
	}
	return cmd
}

// matrixOf sets one text of each side beside the others. Where a side names regulations,
// only their services are rows.
func matrixOf(with compare.With, selected [][]corpus.Selected, by compare.Order) *compare.Matrix {
	var sides []compare.Selection
	named := map[*model.Regulation]bool{}
	for _, side := range selected {
		t := texts(side)[0]
		sides = append(sides, compare.Selection{Act: compareAct(side[0]), Regulations: t.regulations})
		for _, r := range t.regulations {
			if !t.whole {
				named[r] = true
			}
		}
	}
	m := with.MatrixOf(sides, by)
	if len(named) > 0 {
		m.Keep(func(r *model.Regulation) bool { return named[r] })
	}
	return m
}

func writeMatrix(w io.Writer, m *compare.Matrix, format string) error {
	switch format {
	case "json":
		return compare.WriteMatrixJSON(w, m)
	case "csv":
		return report.WriteCSV(w, report.MatrixCells(m))
	case "xlsx":
		return report.WriteXLSX(w, report.MatrixTables(m))
	case "html":
		return report.WriteMatrixHTML(w, m)
	}
	return view.Matrix(w, m, view.Options{Width: width(w), Color: colored(w)})
}

// pair chooses one text of each side: of the same language where both have it, else the
// first of each.
func pair(as, bs []corpus.Selected) (a, b corpus.Selected, err error) {
	for _, side := range [][]corpus.Selected{as, bs} {
		for i := 1; i < len(side); i++ {
			if side[i].Document == side[i-1].Document {
				return a, b, fmt.Errorf("%s and %s both have that name: name one of them by its number", side[i-1].Label, side[i].Label)
			}
		}
	}
	for _, a := range as {
		for _, b := range bs {
			if a.Document.Act.Language == b.Document.Act.Language {
				return a, b, nil
			}
		}
	}
	return as[0], bs[0], nil
}

// comparison is of two regulations (result) or of two acts.
type comparison struct {
	a, b   string // labels
	result *compare.Result
	acts   compare.ActsResult
}

// compareSides compares two acts, or one regulation with the other side's regulation of
// the same service.
func compareSides(with compare.With, a, b corpus.Selected) (comparison, error) {
	c := comparison{a: a.Label, b: b.Label}
	actA, actB := compareAct(a), compareAct(b)
	if a.Regulation == nil && b.Regulation == nil {
		c.acts = with.Acts(actA, actB)
		return c, nil
	}
	switch {
	case a.Regulation == nil:
		if a.Regulation = with.Counterpart(b.Regulation, b.Document, a.Document); a.Regulation == nil {
			return c, fmt.Errorf("%s has no regulation of the service of %s", a.Label, b.Label)
		}
	case b.Regulation == nil:
		if b.Regulation = with.Counterpart(a.Regulation, a.Document, b.Document); b.Regulation == nil {
			return c, fmt.Errorf("%s has no regulation of the service of %s", b.Label, a.Label)
		}
	}
	c.result = with.Regulations(
		compare.Side{Act: actA, Regulation: a.Regulation},
		compare.Side{Act: actB, Regulation: b.Regulation})
	return c, nil
}

func compareAct(s corpus.Selected) compare.Act {
	return compare.Act{Label: s.Label, Document: s.Document, Canonical: s.Canonical, Gaps: s.Gaps}
}

// writeComparison writes what was compared. As JSON, the comparison of two regulations
// is one result and that of two acts an object with a result for each shared service.
func writeComparison(w io.Writer, c comparison, format string) error {
	results := c.acts.Results
	if c.result != nil {
		results = []*compare.Result{c.result}
	}
	all := report.Comparison{A: c.a, B: c.b, Results: results, OnlyA: c.acts.OnlyA, OnlyB: c.acts.OnlyB, Remarks: c.acts.Remarks}
	switch format {
	case "json":
		if c.result != nil {
			return compare.WriteJSON(w, c.result)
		}
		return model.NewIndentedEncoder(w).Encode(c.acts)
	case "csv":
		return report.WriteCSV(w, all.List())
	case "xlsx":
		return report.WriteXLSX(w, all.Tables())
	case "html":
		return all.WriteHTML(w)
	}
	for _, r := range results {
		if err := view.Comparison(w, r, view.Options{Width: width(w), Color: colored(w)}); err != nil {
			return err
		}
		if c.result == nil {
			fmt.Fprintln(w)
		}
	}
	for _, r := range c.acts.Remarks {
		if _, err := fmt.Fprintln(w, view.Wrapped("!  ", r.Message, width(w))); err != nil {
			return err
		}
	}
	for _, side := range []struct {
		label string
		only  []compare.Unpaired
	}{{c.a, c.acts.OnlyA}, {c.b, c.acts.OnlyB}} {
		for _, u := range side.only {
			if _, err := fmt.Fprintf(w, "only in %s: #%d %s\n", side.label, u.Index, u.Service); err != nil {
				return err
			}
		}
	}
	return nil
}
