package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"reglament/compare/catalogue"
	"reglament/corpus"
	"reglament/model"
	"reglament/model/phrase"
)

// codesTold is where the codes of roles and actions are told.
const codesTold = "`reglament schema` has the codes"

func searchCommand(s streams) *cobra.Command {
	format := choose("text", "json")
	var q corpus.Query
	var on day
	cmd := &cobra.Command{
		Use:   "search [flags] [QUERY]",
		Short: "Find regulations and acts by their words",
		Long: `Search prints the regulations, and the acts outside their regulations, that have all
the words of the query, in either language and whatever their endings: әкімдік finds
әкімдігінің, справка finds справку. The best come first: those with the words in the
service's name or the act's title, those with the words in one paragraph, acts in
force, and then the newest.

With --role or --action, regulations pass that have such a step, and these steps are
shown; the codes are those of the model (provider.head, sign), see reglament schema.
A query may then be left out, as with --service.

Searched are the newest wordings, or, with --on, those of that date of acts that had
not ended by then. The status of an act is that of all texts of the corpus, see list.`,
		Example: `  reglament search --corpus reglament-demo/reglament.db 'анықтама беру'
  reglament search --corpus reglament-demo/reglament.db --role provider.head --action sign --region KZ-39
  reglament search --corpus reglament-demo/reglament.db --format json справка`,
		Args: cobra.ArbitraryArgs,
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	region, status := regionFlag(cmd), statusFlag(cmd)
	role, action := &code{kind: "role", hint: codesTold}, &code{kind: "action", hint: codesTold}
	f := cmd.Flags()
	f.Var(format, "format", "text or json")
	f.StringVar(&q.Service, "service", "", "only regulations of a service that has this in its `name`, "+otherwiseNamed)
	f.Var(&on, "on", "texts of this `date`, YYYY-MM-DD")
	f.Var(role, "role", "only regulations with a step of this role, a `code` such as provider.head")
	f.Var(action, "action", "only regulations with a step of this action, a `code` such as sign")
	f.IntVar(&q.Limit, "limit", corpus.DefaultLimit, "`number` of hits")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if q.Limit < 1 {
			return &usageError{"--limit is 1 or more"}
		}
		q.Text = strings.Join(args, " ")
		q.Region, q.On = model.Region(region.value), on.value
		q.Language, q.Status = model.Language(lang.value), model.Status(status.value)
		q.Role, q.Action = model.Role(role.value), model.Action(action.value)
		q.Names = sameService(catalogue.Builtin(), q.Service)
		if err := q.Check(); err != nil {
			return &usageError{err.Error()}
		}
		store, err := at.reader(cmd.Context())
		if err != nil {
			return err
		}
		defer store.Close()
		hits, err := store.Search(cmd.Context(), q)
		if err != nil {
			return err
		}
		if format.value == "json" {
			return model.NewIndentedEncoder(s.out).Encode(model.List[corpus.Hit](hits))
		}
		if err := printHits(s.out, hits); err != nil {
			return err
		}
		more := ""
		if len(hits) == q.Limit {
			more = "; there may be more, see --limit"
		}
		fmt.Fprintf(s.err, "%s%s\n", phrase.English.T("n.hits", len(hits)), more)
		return nil
	}
	return cmd
}

// marker marks found words: they are bold where colors are shown, and between square
// brackets elsewhere.
func marker(w io.Writer) func(word string) string {
	if colored(w) {
		return func(word string) string { return lipgloss.NewStyle().Bold(true).Render(word) }
	}
	return func(word string) string { return "[" + word + "]" }
}

// printHits writes a few lines a hit.
func printHits(w io.Writer, hits []corpus.Hit) error {
	mark := marker(w)
	var b strings.Builder
	for i, h := range hits {
		if i > 0 {
			b.WriteByte('\n')
		}
		side := h.Key
		if h.Regulation != 0 {
			side = fmt.Sprintf("%s#%d", h.Key, h.Regulation)
		}
		fmt.Fprintf(&b, "%s (%s, %s)\n  %s\n", side, h.Language, h.Status, cmp.Or(h.Service, h.Title))
		for _, p := range h.Passages {
			fmt.Fprintf(&b, "  - %s\n", highlight(excerpt(p), mark))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func highlight(p corpus.Passage, mark func(string) string) string {
	var b strings.Builder
	at := 0
	for _, h := range p.Highlights {
		b.WriteString(p.Text[at:h[0]])
		b.WriteString(mark(h.Of(p.Text)))
		at = h[1]
	}
	b.WriteString(p.Text[at:])
	return b.String()
}

// excerptLetters is about how much of a passage is shown.
const excerptLetters = 240

// excerpt cuts a long passage to the words about its first highlight.
func excerpt(p corpus.Passage) corpus.Passage {
	letters := []rune(p.Text)
	if len(letters) <= excerptLetters {
		return p
	}
	first := 0
	if len(p.Highlights) > 0 {
		first = len([]rune(p.Text[:p.Highlights[0][0]]))
	}
	from := max(0, min(first-excerptLetters/3, len(letters)-excerptLetters))
	to := from + excerptLetters
	for from > 0 && letters[from-1] != ' ' {
		from--
	}
	for to < len(letters) && letters[to] != ' ' {
		to++
	}
	before, after := "", ""
	if from > 0 {
		before = "… "
	}
	if to < len(letters) {
		after = " …"
	}
	start, end := len(string(letters[:from])), len(string(letters[:to]))
	cut := corpus.Passage{Text: before + p.Text[start:end] + after, Span: model.Span{p.Span[0] + start, p.Span[0] + end}}
	for _, h := range p.Highlights {
		if h[0] >= start && h[1] <= end {
			move := len(before) - start
			cut.Highlights = append(cut.Highlights, model.Span{h[0] + move, h[1] + move})
		}
	}
	return cut
}
