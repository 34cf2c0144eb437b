package main

import (
	"fmt"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"reglament/cmd/reglament/view"
	"reglament/compare/audit"
	"reglament/corpus"
	"reglament/export/report"
	"reglament/model"
	"reglament/model/phrase"
)

func auditCommand(s streams) *cobra.Command {
	format := choose("text", "json", "csv")
	var output string
	cmd := &cobra.Command{
		Use:   "audit [flags] SIDE…",
		Short: "Find contradictions inside a regulation",
		Long: `Audit finds what a regulation says in one place and says otherwise in another: terms
that differ between two descriptions of one procedure, steps that take longer than the
service may, participants who are not listed or never act, results that do not fit the
steps, references to points and annexes that are not there, short names that were never
introduced, and more. Each contradiction quotes its places.`,
		Example: `  reglament audit reglament-demo/acts/3-kostanay-2016-91-amended.kk.md
  reglament audit --format csv -o contradictions.csv reglament-demo/acts/1-kostanay-2016-91.kk.txt reglament-demo/acts/4-pavlodar-2016-118-3.kk.txt`,
		Args: cobra.MinimumNArgs(1),
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(format, "format", "text, json or csv")
	outputFlag(cmd, &output)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		selected, err := at.selectArgs(cmd.Context(), s, args, lang)
		if err != nil {
			return err
		}
		var reports []*audit.Report
		for _, side := range selected {
			for _, text := range texts(side) {
				reports = append(reports, audit.Regulations(text.label, text.document, text.canonical, text.regulations))
			}
		}
		return writeOutput(s, output, func(w io.Writer) error {
			switch format.value {
			case "json":
				return audit.WriteJSON(w, reports)
			case "csv":
				return report.WriteCSV(w, report.Audit(reports))
			}
			return writeAudit(w, reports)
		})
	}
	return cmd
}

// selectedText is one text of a side with the regulations of it that were asked for.
type selectedText struct {
	label       string
	document    *model.Document
	canonical   string
	regulations []*model.Regulation
	whole       bool // the side names the act, not regulations of it
}

// texts gathers what a side selected by the text it is of.
func texts(selected []corpus.Selected) []selectedText {
	var out []selectedText
	for _, one := range selected {
		if n := len(out); n == 0 || out[n-1].document != one.Document {
			out = append(out, selectedText{label: one.Label, document: one.Document, canonical: one.Canonical})
		}
		t := &out[len(out)-1]
		if one.Regulation != nil {
			t.regulations = append(t.regulations, one.Regulation)
			continue
		}
		t.whole = true
		for i := range one.Document.Regulations {
			t.regulations = append(t.regulations, &one.Document.Regulations[i])
		}
	}
	return out
}

func writeAudit(w io.Writer, reports []*audit.Report) error {
	color := colored(w)
	style := func(severity model.Severity) lipgloss.Style {
		s := lipgloss.NewStyle()
		if color {
			s = s.Bold(true).Foreground(lipgloss.Color(map[model.Severity]string{model.Error: "1", model.Warning: "3", model.Info: "6"}[severity]))
		}
		return s
	}
	var b strings.Builder
	wrapped := func(lead, text string) { fmt.Fprintln(&b, view.Wrapped(lead, text, width(w))) }
	for n, r := range reports {
		if n > 0 {
			fmt.Fprintln(&b)
		}
		fmt.Fprintf(&b, "%s: %s\n", r.Label, phrase.English.T("n.contradictions", len(r.Contradictions)))
		last := 0
		for _, c := range r.Contradictions {
			if c.Regulation != last {
				last = c.Regulation
				fmt.Fprintln(&b)
				wrapped(fmt.Sprintf("#%d ", c.Regulation), c.Service)
			}
			wrapped("  "+style(c.Severity).Render(fmt.Sprintf("%-7s", c.Severity))+" ", c.Message+" ["+string(c.Code)+"]")
			for _, p := range c.Places {
				wrapped("            ", p.Label+": «"+shortened(p.Quote)+"»")
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// quotationLength is how many letters of a place are shown; the whole is in the JSON.
const quotationLength = 240

func shortened(quote string) string {
	rs := []rune(strings.ReplaceAll(quote, "\n", " ¶ "))
	if len(rs) <= quotationLength {
		return string(rs)
	}
	return string(rs[:quotationLength]) + "…"
}
