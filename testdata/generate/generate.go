// Package generate writes acts for tests that need thousands of them: approvals of
// regulations in Kazakh and Russian, in the wording patterns of real ones. They are not
// law: acts, numbers, dates and persons are invented. The same number always gives the
// same act.
package generate

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
)

// File is an act as a file.
type File struct {
	Name    string
	Content []byte
	Russian bool
	Region  string // ISO 3166-2
	Year    int
	Number  string
}

// Files are the first n acts. Every third is in Russian; no two have one key.
func Files(n int) iter.Seq[File] {
	return func(yield func(File) bool) {
		for i := range n {
			if !yield(Act(i)) {
				return
			}
		}
	}
}

// Act is the act of a number from 0.
func Act(i int) File {
	r := rand.New(rand.NewPCG(1, uint64(i)))
	a := &act{
		r: r, t: &kazakh, region: pick(r, regions), year: 2014 + r.IntN(7), month: r.IntN(12), day: 1 + r.IntN(28),
		number: fmt.Sprintf("%d/%d", 1+i/700, 1+i%700), repealed: r.IntN(12) == 0,
	}
	if i%3 == 2 {
		a.t = &russian
	}
	for n := 1 + r.IntN(4); len(a.services) < n; {
		a.services = append(a.services, pick(r, services))
	}
	a.head()
	for _, s := range a.services {
		a.regulation(s)
	}
	f := File{
		Name: fmt.Sprintf("%06d.%s.txt", i, a.t.language), Content: []byte(a.text.String()), Russian: a.t == &russian,
		Region: a.region.code, Year: a.year, Number: a.number,
	}
	switch r.IntN(3) {
	case 1:
		f.Name = strings.TrimSuffix(f.Name, "txt") + "md"
		f.Content = []byte(markdown(a.text.String()))
	case 2:
		f.Name = strings.TrimSuffix(f.Name, "txt") + "html"
		f.Content = []byte(html(a.text.String(), a.t.language))
	}
	return f
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// act is an act in the making.
type act struct {
	r                *rand.Rand
	t                *texts
	region           region
	year, month, day int
	number           string
	repealed         bool
	services         []service
	text             strings.Builder
}

// line writes a paragraph with the words of the act in place of its names.
func (a *act) line(pattern string, more ...string) {
	month := a.t.months[a.month]
	pairs := append([]string{
		"{region}", a.t.region(a.region), "{year}", fmt.Sprint(a.year), "{day}", fmt.Sprint(a.day), "{month}", month,
		"{number}", a.number, "{registered}", fmt.Sprint(3000 + a.year%100*100 + a.day),
	}, more...)
	a.text.WriteString(strings.NewReplacer(pairs...).Replace(pattern))
	a.text.WriteString("\n\n")
}

func (a *act) head() {
	t := a.t
	a.line(t.title)
	if a.repealed {
		a.line(t.statusRepealed)
		a.line(t.requisitesRepealed, "{later}", fmt.Sprint(a.year+2))
		a.line(t.noteRepealed, "{later}", fmt.Sprint(a.year+2))
	} else {
		a.line(t.statusNew)
		a.line(t.requisites)
	}
	a.line(t.preamble)
	a.line(t.approve)
	for i, s := range a.services {
		end := ";"
		if i == len(a.services)-1 {
			end = t.approveEnd
		}
		a.line(t.approveOne, "{n}", fmt.Sprint(i+1), "{service}", s.name(t), "{end}", end)
	}
	for i, p := range []string{pick(a.r, t.measures), t.control, t.entry} {
		a.line(fmt.Sprintf("%d. %s", i+2, p), "{person}", pick(a.r, t.persons))
	}
	a.line(t.signature, "{person}", pick(a.r, t.persons))
}

func (a *act) regulation(s service) {
	t, r := a.t, a.r
	name := []string{"{service}", s.name(t), "{result}", s.result(t)}
	line := func(pattern string) { a.line(pattern, name...) }
	point := 0
	next := func(pattern string) {
		point++
		line(fmt.Sprintf("%d. %s", point, pattern))
	}
	line(t.stamp)
	line(t.heading)
	line(t.sections[0])
	next(pick(r, t.providers))
	next(pick(r, t.forms))
	next(t.result)
	line(t.sections[1])
	next(t.basis)
	next(t.content)
	content := point
	steps := make([]string, 0, 8)
	chosen := t.steps
	for i, variants := range append(chosen[:len(chosen):len(chosen)], t.more...) {
		if i >= len(chosen) && r.IntN(2) == 0 {
			continue
		}
		steps = append(steps, fmt.Sprintf("%d) %s", len(steps)+1, strings.ReplaceAll(pick(r, variants), "{term}", pick(r, t.terms))))
	}
	list := func(steps []string) {
		for i, s := range steps {
			end := ";"
			if i == len(steps)-1 {
				end = "."
			}
			line(s + end)
		}
	}
	list(steps)
	line(t.sections[2])
	next(t.units)
	list(t.unitList)
	next(t.sequence)
	list(steps)
	line(t.sections[3])
	next(t.corporation)
	for _, p := range t.corporationSteps {
		line(strings.NewReplacer("{term}", pick(r, t.short), "{content}", fmt.Sprint(content)).Replace(p))
	}
	line(strings.ReplaceAll(t.wait, "{term}", fmt.Sprint(5*(1+r.IntN(5)))))
	next(t.scheme)
	line(t.annex)
	line(t.directory)
}

// markdown and html are the forms in which the portal's pages are kept.
func markdown(text string) string {
	title, rest, _ := strings.Cut(text, "\n\n")
	status, rest, _ := strings.Cut(rest, "\n\n")
	rest = strings.NewReplacer("ҚАУЛЫ ЕТЕДІ:", "**ҚАУЛЫ ЕТЕДІ:**", "ПОСТАНОВЛЯЕТ:", "**ПОСТАНОВЛЯЕТ:**").Replace(rest)
	return "## " + title + "\n\n### *" + status + "*\n\n" + rest
}

func html(text, language string) string {
	var b strings.Builder
	title, rest, _ := strings.Cut(text, "\n")
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=%q><head><meta charset=\"utf-8\"><title>%s</title></head>\n<body><div class=\"gs_12\"><h1>%s</h1>\n", language, escape(title), escape(title))
	for p := range strings.SplitSeq(strings.TrimSpace(rest), "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>\n", strings.ReplaceAll(escape(p), "\n", "<br>\n"))
	}
	b.WriteString("</div></body></html>\n")
	return b.String()
}

func escape(s string) string { return strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(s) }
