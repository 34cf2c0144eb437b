package act

import (
	"reglament/model"
	"reglament/parse/lang"
)

// RegionOf returns the region of the body that a mention of an act names, by the borders
// of the day the act was adopted; it is empty where the name does not tell it.
func RegionOf(issuer string, adopted model.Date) model.Region {
	l := scan(issuer)
	return l.where(0, len(l.t), adopted)
}

// Publication is an official publication that a text tells of.
type Publication struct {
	Date model.Date
	Text string // the clause, with the date and the place
	Span model.Span
}

// Publications returns the publications that brackets in text tell of: "(Нормативтік
// құқықтық актілерді мемлекеттік тіркеу тізілімінде № 4030 тіркелген, 2015 жылғы 5 қазанда
// "Әділет" ақпараттық-құқықтық жүйесінде жарияланған)", "(зарегистрировано … за номером
// 5134, опубликовано 26 сентября 2015 года в газетах …)". base moves the spans.
func Publications(text string, base int, lg model.Language) []Publication {
	var out []Publication
	l := scan(text)
	for i, t := range l.t {
		if t.kind != open || t.match < i {
			continue
		}
		clause := i + 1
		for j := i + 1; j < t.match; j++ {
			if l.t[j].low == "," || l.t[j].low == ";" {
				clause = j + 1
			}
			d, ok := l.dateAt(j)
			if !ok {
				continue
			}
			if end, ok := l.published(clause, d, t.match, lg); ok {
				span := model.Span{base + l.t[clause].start, base + l.t[end-1].end}
				out = append(out, Publication{Date: d.value, Text: text[span[0]-base : span[1]-base], Span: span})
			}
			j = d.to - 1
		}
	}
	return out
}

// published reports whether the clause with a date tells of a publication, and where the
// clause ends. Russian says so before the date, Kazakh after it.
func (l *line) published(clause int, d date, end int, lg model.Language) (int, bool) {
	said := false
	if lg == model.Kazakh {
		if d.form != lang.LocativeMonth && !d.numeric {
			return 0, false
		}
	} else {
		for i := clause; i < d.from; i++ {
			if l.has(i, publicationVerbs) {
				said = true
			}
		}
	}
	for i := d.to; i < end; i++ {
		if l.t[i].kind == quote && l.t[i].match > i {
			i = l.t[i].match
			continue
		}
		if l.has(i, registrationWords) && !said {
			return 0, false
		}
		if l.t[i].low == ";" || l.t[i].low == "," && said {
			return i, true
		}
		if _, another := l.dateAt(i); another {
			if said {
				return i, true
			}
			return 0, false
		}
		if lg == model.Kazakh && l.has(i, publicationVerbs) {
			said = true
		}
	}
	return end, said
}
