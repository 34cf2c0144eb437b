package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// refs reads references to points and annexes of the standard and of this regulation:
// "Стандарттың 9-тармағында", "осы регламенттің 5-тармағымен", "пунктом 9 стандарта",
// "согласно приложению 1 к стандарту".
func (t *text) refs(ws []word) []model.Ref {
	var out []model.Ref
	for i := range ws {
		s := t.str(ws[i])
		number, noun, joined := strings.Cut(s, "-")
		if !joined || !isNumber(number) {
			number, noun = "", s
		}
		point := t.tab.PointWords.Stem(noun)
		annex := !point && t.tab.AnnexStems.Stem(noun)
		if !point && !annex {
			continue
		}
		ref := model.Ref{To: model.RefAct, Span: model.Span{ws[i].start, ws[i].end}}
		from, to := i, i
		if number == "" {
			if t.tab.HeadFinal && i > 0 && isNumber(t.str(ws[i-1])) {
				number, from = t.str(ws[i-1]), i-1
			} else if !t.tab.HeadFinal && i+1 < len(ws) && isNumber(t.str(ws[i+1])) {
				number, to = t.str(ws[i+1]), i+1
			}
		}
		if number == "" && point {
			continue
		}
		const reach = 4
		if t.tab.HeadFinal {
			for k := from - 1; k >= 0 && k >= from-reach; k-- {
				if to := t.refTarget(ws[k]); to != "" {
					ref.To, from = to, k
					if k > 0 && t.str(ws[k-1]) == t.tab.This {
						from = k - 1
					}
					break
				}
			}
		} else {
			for k := to + 1; k < len(ws) && k <= to+reach; k++ {
				if target := t.refTarget(ws[k]); target != "" {
					ref.To, to = target, k
					break
				}
			}
		}
		if ref.To == model.RefAct {
			continue // of an act that is not named here
		}
		if point {
			ref.Point = model.Text(number)
		} else {
			ref.Annex = model.Text(number)
		}
		ref.Span = model.Span{ws[from].start, ws[to].end}
		ref.Text = t.of(ref.Span)
		out = append(out, ref)
	}
	return out
}

func (t *text) refTarget(w word) model.RefTarget {
	switch s := t.str(w); {
	case lang.IsStem(s, t.tab.StandardStem):
		return model.RefStandard
	case t.tab.RegulationWord.Stem(s):
		return model.RefRegulation
	}
	return ""
}

// mentionsAnnex: "… осы Регламенттің 2-қосымшасына сәйкес блок-схемамен сүйемелденеді".
func (t *text) mentionsAnnex(s model.Span) bool { return slices.ContainsFunc(t.words(s), t.annexRef) }

// annexRef reports whether a word names an annex, with its number or without.
func (t *text) annexRef(w word) bool {
	s := t.str(w)
	if _, tail, ok := strings.Cut(s, "-"); ok {
		s = tail
	}
	return t.tab.AnnexStems.Stem(s)
}
