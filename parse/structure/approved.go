package structure

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/act"
	"reglament/parse/lang"
	"reglament/parse/sentence"
)

// Approved returns the names of the services whose regulations a point of the act approves:
//
//	Утвердить прилагаемый регламент государственной услуги "A".
//	Утвердить прилагаемые: 1) регламент государственной услуги "A"; …
//	Утвердить прилагаемые регламенты государственных услуг: 1) "A"; …
//	Қоса беріліп отырған: 1) "A"; 2) "B" мемлекеттік көрсетілетін қызмет регламенттері бекітілсін.
func (t *Text) Approved(p model.Point) (names []model.Span) {
	if !act.Approves(t.Of(p.Span)) {
		return nil
	}
	n := len(p.Subpoints)
	if n == 0 {
		if name, ok := t.quoted(p.Span); ok && t.namesRegulation(p.Span) && !severalNames(t.Of(name)) {
			names = append(names, name)
		}
		return names
	}
	heading := model.Span{p.Span[0], p.Subpoints[0].Span[0]}
	all := t.namesRegulation(heading) || t.Has(t.Words(heading), &t.Tab.RegulationTitles) || t.Has(t.Words(p.Subpoints[n-1].Span), &t.Tab.RegulationTitles)
	for _, sub := range p.Subpoints {
		if name, ok := t.quoted(sub.Span); ok && (all || t.namesRegulation(sub.Span)) {
			names = append(names, name)
		}
	}
	return names
}

// namesRegulation reports whether a span speaks of the regulation of a service, and not of how a
// body works: "регламент государственной услуги "…"".
func (t *Text) namesRegulation(s model.Span) bool {
	ws := t.Words(s)
	return t.Has(ws, &t.Tab.ServiceWords) && slices.ContainsFunc(ws, func(w sentence.Word) bool { return slices.Contains(t.Tab.RegulationTitle, t.Str(w)) })
}

// severalNames reports whether the first mark in a quoted text ends what its outer mark began:
// `A", "B`, `A" согласно стандарту "B`.
func severalNames(name string) bool {
	at := strings.IndexAny(name, lang.Quotes)
	return at > 0 && !strings.HasSuffix(name[:at], " ") && !strings.HasSuffix(name[:at], "(")
}
