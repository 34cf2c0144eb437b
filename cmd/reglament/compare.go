package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"reglament/compare"
	"reglament/corpus"
)

func compareCommand(s streams) *cobra.Command {
	format := choose("text", "json")
	var service, output string
	cmd := &cobra.Command{
		Use:   "compare [flags] SIDE SIDE",
		Short: "Tell what two regulations of a service do differently",
		Long: `Compare lists the differences between two regulations of one service. Of two whole
acts, every service that both regulate is compared. Where one side names a regulation
and the other an act, the regulation of the same service is looked for in the act.`,
		Example: `  reglament compare reglament-demo/acts/1-kostanay-2016-91.kk.txt#1 reglament-demo/acts/4-pavlodar-2016-118-3.kk.txt
  reglament compare --corpus reglament-demo/reglament.db --service "анықтама беру" KZ-39/2016-03-10/91 KZ-55/2016-05-05/118/3`,
		Args: cobra.ExactArgs(2),
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().StringVar(&service, "service", "", "compare the regulations that have this in the `name` of their service")
	cmd.Flags().Var(format, "format", "text or json")
	outputFlag(cmd, &output)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		sides, err := parseSides(args, lang.value)
		if err != nil {
			return err
		}
		for i := range sides {
			if service != "" && sides[i].Service == "" && sides[i].Regulation == 0 {
				sides[i].Service = service
			}
		}
		selected, err := at.selectSides(cmd.Context(), s, sides)
		if err != nil {
			return err
		}
		a, b, err := pair(selected[0], selected[1])
		if err != nil {
			return err
		}
		compared, err := compareSides(a, b)
		if err != nil {
			return err
		}
		return writeOutput(s, output, func(w io.Writer) error { return writeComparison(w, compared, format.value) })
	}
	return cmd
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
func compareSides(a, b corpus.Selected) (comparison, error) {
	c := comparison{a: a.Label, b: b.Label}
	actA, actB := compareAct(a), compareAct(b)
	if a.Regulation == nil && b.Regulation == nil {
		c.acts = compare.Acts(actA, actB)
		return c, nil
	}
	if a.Regulation == nil || b.Regulation == nil {
		for _, p := range compare.Pair(a.Document, b.Document).Pairs {
			ra, rb := &a.Document.Regulations[p.A], &b.Document.Regulations[p.B]
			if ra == a.Regulation || rb == b.Regulation {
				a.Regulation, b.Regulation = ra, rb
				break
			}
		}
	}
	switch {
	case a.Regulation == nil:
		return c, fmt.Errorf("%s has no regulation of the service of %s", a.Label, b.Label)
	case b.Regulation == nil:
		return c, fmt.Errorf("%s has no regulation of the service of %s", b.Label, a.Label)
	}
	c.result = compare.Regulations(
		compare.Side{Act: actA, Regulation: a.Regulation},
		compare.Side{Act: actB, Regulation: b.Regulation})
	return c, nil
}

func compareAct(s corpus.Selected) compare.Act {
	return compare.Act{Label: s.Label, Document: s.Document, Canonical: s.Canonical}
}

// writeComparison writes what was compared. As JSON, the comparison of two regulations
// is one result and that of two acts an object with a result for each shared service.
func writeComparison(w io.Writer, c comparison, format string) error {
	if format == "json" {
		if c.result != nil {
			return compare.WriteJSON(w, c.result)
		}
		return printJSON(w, c.acts)
	}
	_, color := terminal(w)
	options := compare.Options{Width: width(w), Color: color}
	if c.result != nil {
		return compare.WriteText(w, c.result, options)
	}
	for _, r := range c.acts.Results {
		if err := compare.WriteText(w, r, options); err != nil {
			return err
		}
		fmt.Fprintln(w)
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
