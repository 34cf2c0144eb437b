package sentence

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/parse/lang"
)

// Refs reads references to points and annexes of the standard and of this regulation:
// "Стандарттың 9-тармағында", "осы регламенттің 5-тармағымен", "пунктом 9 стандарта",
// "согласно приложению 1 к стандарту".
func (t *Text) Refs(ws []Word) []model.Ref {
	var out []model.Ref
	for i := range ws {
		s := t.Str(ws[i])
		number, noun, joined := strings.Cut(s, "-")
		if !joined || !IsNumber(number) {
			number, noun = "", s
		}
		point := t.Tab.PointWords.Stem(noun)
		annex := !point && t.Tab.AnnexStems.Stem(noun)
		if !point && !annex {
			continue
		}
		ref := model.Ref{To: model.RefAct, Span: model.Span{ws[i].Start, ws[i].End}}
		from, to := i, i
		if number == "" {
			if t.Tab.HeadFinal && i > 0 && IsNumber(t.Str(ws[i-1])) {
				number, from = t.Str(ws[i-1]), i-1
			} else if !t.Tab.HeadFinal && i+1 < len(ws) && IsNumber(t.Str(ws[i+1])) {
				number, to = t.Str(ws[i+1]), i+1
			}
		}
		if number == "" && point {
			continue
		}
		const reach = 4
		if t.Tab.HeadFinal {
			for k := from - 1; k >= 0 && k >= from-reach; k-- {
				if to := t.refTarget(ws[k]); to != "" {
					ref.To, from = to, k
					if k > 0 && t.Str(ws[k-1]) == t.Tab.This {
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
		ref.Span = model.Span{ws[from].Start, ws[to].End}
		ref.Text = t.Of(ref.Span)
		out = append(out, ref)
	}
	return out
}

func (t *Text) refTarget(w Word) model.RefTarget {
	switch s := t.Str(w); {
	case lang.IsStem(s, t.Tab.StandardStem):
		return model.RefStandard
	case t.Tab.RegulationWord.Stem(s):
		return model.RefRegulation
	}
	return ""
}

// MentionsAnnex: "… осы Регламенттің 2-қосымшасына сәйкес блок-схемамен сүйемелденеді".
func (t *Text) MentionsAnnex(s model.Span) bool { return slices.ContainsFunc(t.Words(s), t.AnnexRef) }

// AnnexRef reports whether a word names an annex, with its number or without.
func (t *Text) AnnexRef(w Word) bool {
	s := t.Str(w)
	if _, tail, ok := strings.Cut(s, "-"); ok {
		s = tail
	}
	return t.Tab.AnnexStems.Stem(s)
}
