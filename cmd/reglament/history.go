package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/export/report"
	"reglament/model"
	"reglament/model/phrase"
)

func historyCommand(s streams) *cobra.Command {
	format := choose("text", "json", "csv")
	var evidence bool
	cmd := &cobra.Command{
		Use:   "history [flags] SIDE",
		Short: "Show the life of an act",
		Long: `History prints what happened to an act: adopted, registered, published, in force,
amended, repealed or lapsed, told by the texts of all acts of the corpus, and where they
contradict each other. The act may be one that the corpus has no text of and that its
texts only mention. Of a SIDE with a regulation, only amendments of it are shown.

Of an act with a text it also tells since when each regulation, and each point that a note
speaks of, reads as it does in the newest text.

A day of effect is counted from an entry clause where a text tells the day of the
publication or registration; else the reason why it is not known is given.`,
		Example: `  reglament history --corpus reglament-demo/reglament.db KZ-39/2016-03-10/91
  reglament history --corpus reglament-demo/reglament.db --evidence 'KZ-39/2016-03-10/91#2'`,
		Args: cobra.ExactArgs(1),
	}
	at := corpusFlag(cmd)
	cmd.Flags().Var(format, "format", "text, json or csv")
	cmd.Flags().BoolVar(&evidence, "evidence", false, "quote the texts that say each event (text only)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		sides, err := parseSides(args, "")
		if err != nil {
			return err
		}
		store, archive, err := at.lives(cmd.Context())
		if err != nil {
			return err
		}
		defer store.Close()
		one, err := actOf(cmd.Context(), s, store, archive, sides[0])
		if err != nil {
			return err
		}
		l, err := archive.Life(cmd.Context(), one.key)
		if err != nil {
			return err
		}
		if one.service != "" {
			l = l.Of(one.service)
		}
		if format.value == "csv" {
			return historyCSV(s.out, l)
		}
		h := history{Life: l, Wordings: []wording{}}
		if err := h.readAs(cmd.Context(), store, archive, one.service); err != nil {
			return err
		}
		if format.value == "json" {
			return model.NewIndentedEncoder(s.out).Encode(h)
		}
		return historyText(s.out, h, evidence)
	}
	return cmd
}

// history is the life of an act, and since when the parts of its newest texts read as
// they do there.
type history struct {
	*life.Life
	Wordings []wording `json:"wordings"`
}

type wording struct {
	Edition  int64          `json:"edition"`
	Language model.Language `json:"language"`
	life.Wording
}

// readAs fills the wordings of the newest text in each language.
func (h *history) readAs(ctx context.Context, store corpus.Store, archive *life.Archive, service string) error {
	if h.Stub {
		return nil
	}
	editions, err := store.Editions(ctx, h.Key)
	if err != nil {
		return err
	}
	for _, e := range corpus.Newest(editions) {
		all, err := archive.Wordings(ctx, e.ID)
		if err != nil {
			return err
		}
		for _, w := range all {
			if service == "" || corpus.MatchService(w.Service, service) != corpus.NoMatch {
				h.Wordings = append(h.Wordings, wording{e.ID, e.Language, w})
			}
		}
	}
	return nil
}

// named is an act, and perhaps the service of one of its regulations, that a side names.
type named struct {
	key     string
	service string
}

// actOf finds the act that a side names, with or without a text in the corpus.
func actOf(ctx context.Context, s streams, store corpus.Store, archive *life.Archive, side corpus.Side) (named, error) {
	if side.Key != "" && side.Regulation == 0 {
		if act, err := archive.Act(side.Key); err == nil {
			return named{act.Key, side.Service}, nil
		}
	}
	selected, err := corpus.Select(ctx, store, side, s.readFile(ctx), archive.Compose)
	if err != nil {
		return named{}, err
	}
	act, _ := corpus.Identity(selected[0].Document)
	out := named{key: act.Key}
	if g := selected[0].Regulation; g != nil {
		out.service = g.Service
	}
	return out, nil
}

func historyText(w io.Writer, l history, evidence bool) error {
	var b strings.Builder
	fmt.Fprintln(&b, l.Key)
	if l.Title != "" {
		fmt.Fprintln(&b, l.Title)
	}
	if l.Stub {
		fmt.Fprintln(&b, "the corpus has no text of this act; other texts mention it")
	}
	b.WriteByte('\n')
	for _, e := range l.Events {
		fmt.Fprintf(&b, "%-10s  %s\n", dated(e.Date), happened(e))
		for _, c := range e.Changes {
			fmt.Fprintf(&b, "            %s\n", changed(c))
		}
		if evidence {
			for _, source := range e.Sources {
				fmt.Fprintf(&b, "            > %s\n              %s, %s, %s, bytes %d-%d\n",
					strings.ReplaceAll(source.Text, "\n", "\n              "), source.Act, source.Language, source.Place, source.Span[0], source.Span[1])
			}
		}
	}
	if len(l.Wordings) > 0 {
		b.WriteString("\nthe newest text reads as it does since\n")
	}
	for _, x := range l.Wordings {
		part := string(x.Target)
		if x.Regulation > 0 && x.Target != model.TargetRegulation {
			part = fmt.Sprintf("#%d %s", x.Regulation, part)
		} else if x.Regulation > 0 {
			part = fmt.Sprintf("#%d", x.Regulation)
		}
		if x.Point != "" {
			part += " " + string(x.Point)
		}
		by := "adopted so"
		if x.By != l.Key {
			by = phrase.English.Code("note", x.Action) + " by " + x.By
		}
		fmt.Fprintf(&b, "%-10s  %s %s: %s\n", dated(x.Since), x.Language, part, by)
	}
	for _, f := range l.Findings {
		fmt.Fprintf(&b, "\n%s: %s\n", f.Code, f.Message)
		for _, source := range f.Sources {
			fmt.Fprintf(&b, "            > %s\n              %s\n", source.Text, source.Act)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func dated(d model.Date) string {
	if d == "" {
		return "?"
	}
	return string(d)
}

func happened(e life.Event) string {
	parts := []string{strings.ReplaceAll(string(e.Kind), "_", " ")}
	if e.Number != "" {
		parts = append(parts, "under № "+string(e.Number))
	}
	if e.By != "" {
		parts = append(parts, "by "+e.By)
	}
	switch {
	case e.Kind == life.InForce && e.Effective == "":
		parts = append(parts, fmt.Sprintf("by the rule %q (%s)", e.Rule.Text, e.Basis))
	case e.Effective != "" && e.Kind != life.InForce:
		parts = append(parts, fmt.Sprintf("with effect from %s (%s)", e.Effective, e.Basis))
	case e.Basis != "":
		parts = append(parts, "("+e.Basis+")")
	}
	return strings.Join(parts, " ")
}

func changed(c life.Change) string {
	out := string(c.Target)
	if c.Number != "" {
		out += " " + string(c.Number)
	}
	if c.Service != "" {
		out += " «" + c.Service + "»"
	}
	return out + ": " + phrase.English.Code("note", c.Action)
}

func historyCSV(w io.Writer, l *life.Life) error {
	out := report.NewCSV(w)
	out.Write([]string{"act_key", "event", "date", "effective", "earliest", "basis", "by", "number", "changes", "source_act", "source_edition", "source_language", "source_place", "span_start", "span_end", "text"})
	for _, e := range l.Events {
		var changes []string
		for _, c := range e.Changes {
			changes = append(changes, changed(c))
		}
		for _, source := range e.Sources {
			out.Write([]string{
				l.Key, string(e.Kind), string(e.Date), string(e.Effective), string(e.Earliest), e.Basis, e.By, string(e.Number), strings.Join(changes, " | "),
				source.Act, strconv.FormatInt(source.Edition, 10), string(source.Language), string(source.Place),
				strconv.Itoa(source.Span[0]), strconv.Itoa(source.Span[1]), source.Text,
			})
		}
	}
	return out.Close()
}
