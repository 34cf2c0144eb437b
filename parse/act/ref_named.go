package act

import (
	"reglament/model"
	"reglament/parse/lang"
)

// named adds laws and codes that are mentioned by name only: "Қазақстан
// Республикасының Бюджет кодексі", "Закона Республики Казахстан "О …"".
func (l *line) named(out []ref, used map[int]bool, lg model.Language) []ref {
	for i, t := range l.t {
		if t.kind != word || used[i] {
			continue
		}
		k, _ := lang.KindOf(t.low, lg)
		if k != model.Law && k != model.Code || k == model.Law && !l.capital(i) && !l.has(i-1, kindQualifiers) || covered(out, i) || l.shortName(i) {
			continue
		}
		ok := false
		r := ref{ActRef: model.ActRef{Kind: k}, kindAt: i, from: i, to: i + 1, coreFrom: i, coreTo: i + 1}
		if lg == model.Russian {
			ok = l.namedRussian(&r, k)
		} else {
			ok = l.namedKazakh(&r, k)
		}
		if ok {
			out = append(append(out, r), l.titlesBeside(r, lg)...)
		}
	}
	return out
}

// titlesBeside are the laws of one word for several, whose titles stand beside the first:
// before it in Kazakh, `"…", "…" Қазақстан Республикасының Заңдарына`, else behind it.
func (l *line) titlesBeside(r ref, lg model.Language) []ref {
	if r.titleTo == 0 || !l.has(r.kindAt, severalLaws) {
		return nil
	}
	var out []ref
	add := func(from, to int) {
		out = append(out, ref{ActRef: model.ActRef{Kind: r.Kind}, kindAt: r.kindAt, from: from, to: to, coreFrom: from, coreTo: from, titleFrom: from, titleTo: to})
	}
	if lg == model.Kazakh {
		for i := r.titleFrom - 1; i > 0 && (l.is(i, ",") || l.has(i, joinWords)); i = l.t[i-1].match - 1 {
			if q := l.t[i-1]; q.kind != quote || q.match < 0 || q.match >= i-1 {
				break
			}
			add(l.t[i-1].match, i)
		}
		return out
	}
	for i := r.titleTo; i+1 < len(l.t) && (l.is(i, ",") || l.has(i, joinWords)); i = l.t[i+1].match + 1 {
		if q := l.t[i+1]; q.kind != quote || q.match <= i+1 {
			break
		}
		add(i+1, l.t[i+1].match+1)
	}
	return out
}

// shortName reports whether token i ends what stands alone in brackets after a title:
// "«О налогах …» (Налоговый кодекс)".
func (l *line) shortName(i int) bool {
	return i+1 < len(l.t) && l.t[i+1].kind == close && l.t[i+1].match >= i-2 && l.t[i+1].match >= 0
}

func covered(out []ref, i int) bool {
	for _, r := range out {
		if r.from <= i && i < r.to {
			return true
		}
	}
	return false
}

// namedKazakh completes a law or code that is mentioned by its name, and reports false where
// no name stands there: "Бюджет | кодексі", ""Жер туралы" Қазақстан Республикасының | Заңы".
func (l *line) namedKazakh(r *ref, k model.ActKind) bool {
	i := r.kindAt
	if k == model.Code {
		if i == 0 || l.t[i-1].kind == quote && l.t[i-1].match >= 0 && l.t[i-1].match < i {
			if i > 0 {
				r.from, r.titleFrom, r.titleTo = l.t[i-1].match, l.t[i-1].match, i
			}
			return i > 0
		}
		if !l.capital(i - 1) {
			return false
		}
		r.from, r.Title = i-1, model.Text(l.slice(i-1, i)+" "+l.codeWord(i, model.Kazakh))
		if of := l.republicBefore(i - 1); of >= 0 {
			r.from, r.issuerFrom, r.issuerTo = of, of, i-1
		}
		return true
	}
	j := i - 1
	if n, ok := l.any(j-1, republic); ok && n == 2 {
		j -= 2
	}
	for ; j >= 0 && j > i-8; j-- { // "…" 2013 жылғы … is a mention with a date
		if t := l.t[j]; t.kind == quote && t.match >= 0 && t.match < j {
			for q := t.match + 1; q < j; q++ {
				if _, dated := l.dateAt(q); dated {
					return false // words out of their place: no title of a law has a date
				}
			}
			r.from, r.titleFrom, r.titleTo = t.match, t.match, j+1
			return true
		}
		if l.t[j].kind != word {
			return false
		}
	}
	return false
}

// codeWord is the word for a code at token i in the nominative, as its title has it.
func (l *line) codeWord(i int, lg model.Language) string {
	return withLetters(lang.KindNominative(l.t[i].low, lg), l.slice(i, i+1))
}

// republicBefore returns where the name of the republic begins that ends before token i, or -1.
func (l *line) republicBefore(i int) int {
	for _, words := range []int{2, 1} {
		if n, ok := l.any(i-words, republic); ok && n == words {
			return i - words
		}
	}
	return -1
}

// namedRussian is the same for Russian names: "Налоговый | кодекс", "Закон | Республики
// Казахстан "О …"".
func (l *line) namedRussian(r *ref, k model.ActKind) bool {
	i := r.kindAt
	if k == model.Code {
		if i > 0 && l.capital(i-1) {
			name := l.slice(i-1, i)
			r.from, r.Title = i-1, model.Text(l.slice(i-1, i+1))
			if of := lang.CodeOf(lang.FoldWord(name)); of != "" {
				r.Title = model.Text(withLetters(of, name) + " " + l.codeWord(i, model.Russian))
			}
			if n, ok := l.any(i+1, republic); ok {
				r.issuerFrom, r.issuerTo, r.to = i+1, i+1+n, i+1+n
			}
			return true
		}
	}
	j := i + 1
	for ; j < len(l.t) && j < i+5 && l.t[j].kind == word; j++ {
	}
	if j < len(l.t) && l.t[j].kind == quote && l.t[j].match > j {
		r.titleFrom, r.titleTo, r.to = j, l.t[j].match+1, l.t[j].match+1
		return true
	}
	return false
}
