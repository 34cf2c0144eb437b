package act

import (
	"strings"
	"unicode/utf8"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
)

type noteWording struct {
	p      lang.Pattern
	action model.NoteAction
	whole  bool
}

type targetWord struct {
	p        lang.Pattern
	kind     model.TargetKind
	numbered bool
}

var (
	noteWordings = func() (out []noteWording) {
		for _, w := range lang.NoteWordings {
			out = append(out, noteWording{w.Phrase.Pattern(), w.Action, w.Whole})
		}
		return out
	}()
	targetWords = func() (out []targetWord) {
		for _, w := range lang.TargetWords {
			out = append(out, targetWord{w.Phrase.Pattern(), w.Kind, w.Numbered})
		}
		return out
	}()
)

// noteShape says what a paragraph is as a note.
type noteShape int

const (
	noNote     noteShape = iota
	labelled             // Ескерту. / Сноска.
	unlabelled           // "Утратило силу - …", "3) исключен …"
	byEditor             // Примечание РЦПИ. / РҚАО-ның ескертпесі.
)

// IsNote reports whether the paragraph is an editorial note, with a label or without.
func IsNote(text string, l model.Language) bool {
	if !mayBeNote(text) {
		return false
	}
	shape, _ := scan(text).noteShape(l)
	return shape != noNote
}

// mayBeNote is a cheap test on the paragraph's first bytes and on the words that notes
// without a label have.
func mayBeNote(text string) bool {
	if noteParts.In(text[:min(len(text), 160)]) {
		return true
	}
	return numbersAct(text) && noteEndParts.In(text)
}

// numbersAct reports whether a number sign or a year is in the text: without one no act
// is named in it.
func numbersAct(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case !mayNumber[c]:
		case c|0x20 == 'n', c == 0xe2 && strings.HasPrefix(text[i:], "№"):
			return true
		case c >= '0' && c <= '9':
			from := i
			for i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' {
				i++
			}
			if i-from >= 3 { // a year has four
				return true
			}
		case c == lang.NumberWord[1] && i > 0 && strings.HasPrefix(text[i-1:], lang.NumberWord):
			return true
		}
	}
	return false
}

// mayNumber are the bytes of digits and number signs that numbersAct looks at.
var mayNumber = func() (is [256]bool) {
	for c := byte('0'); c <= '9'; c++ {
		is[c] = true
	}
	is['n'], is['N'], is["№"[0]], is[lang.NumberWord[1]] = true, true, true, true
	return is
}()

var (
	noteParts    = lang.NewNeedles(lang.NoteParts...)
	noteEndParts = lang.NewNeedles(lang.NoteEndParts...)
)

// noteShape tells what the line is and where its body begins.
func (l *line) noteShape(lg model.Language) (noteShape, int) {
	i := 0
	for i < len(l.t) && (l.t[i].low == "*" || l.t[i].low == "#" || l.t[i].low == "_" || l.t[i].low == "[") {
		i++
	}
	if n, ok := l.any(i, editorLabels); ok {
		return byEditor, l.afterLabel(i + n)
	}
	if l.has(i, editorTexts) {
		return byEditor, i
	}
	if n, ok := l.any(i, noteLabels); ok {
		j := i + n
		switch {
		case l.is(j, "."), l.is(j, "!"), j >= len(l.t):
			return labelled, l.afterLabel(j)
		case l.is(j, ":"), l.is(j, "-"), l.is(j, "–"):
			// "Ескерту: қысқартылған сөздердің толық жазылуы:" explains a table
			if _, _, ok := l.wording(j+1, len(l.t)); ok && len(l.refs(lg)) > 0 {
				return labelled, l.afterLabel(j)
			}
			return noNote, 0
		}
		if _, _, ok := l.wording(j, len(l.t)); ok && len(l.refs(lg)) > 0 {
			return labelled, j
		}
		return noNote, 0
	}
	return l.unlabelled(i, lg)
}

func (l *line) afterLabel(i int) int {
	for i < len(l.t) && (l.t[i].low == "." || l.t[i].low == "!" || l.t[i].low == ":" || l.t[i].low == "-" || l.t[i].low == "–" || l.t[i].low == "*") {
		i++
	}
	return i
}

// unlabelled recognises a note without a label: what happened stands at its beginning,
// after the number of what it replaces, or at its end.
//
//	Утратило силу - решением … · Қаулының күші жойылды - … · 1) исключен постановлением …
//	ҚР … министрінің 2020 жылғы 15 сәуірдегі № 92 бұйрығымен күші жойылды
func (l *line) unlabelled(i int, lg model.Language) (noteShape, int) {
	body := i
	if n := l.itemNumber(i); n > 0 {
		body = i + n
	}
	for body < len(l.t) && (l.t[body].low == "-" || l.t[body].low == "–") {
		body++
	}
	if body >= len(l.t) || l.t[body].kind != word && l.t[body].kind != open && l.t[body].kind != figure {
		return noNote, 0
	}
	at, w, ok := l.wording(body, min(body+8, len(l.t)))
	if ok && l.unlabelledNote(at, w) {
		// at most the target stands before it
		if at-body > 4 || at > body && !l.onlyTarget(body, at) {
			ok = false
		}
		if l.after(at+len(w.p), 1, demands) {
			ok = false
		}
		if s, _ := l.strongest(at, len(l.t)); ok && s.action == model.NoteLapsed {
			if l.saysEnded(at) {
				return unlabelled, body // by a letter, or by nothing
			}
			ok = false
		}
		if ok && l.amendedByOther(at+len(w.p), w.action, lg) {
			return unlabelled, body
		}
	}
	if lg == model.Kazakh {
		n := len(l.t)
		if n > 0 && l.t[n-1].kind == close && l.t[n-1].match > 0 { // "(бұр.ред.қара)"
			n = l.t[n-1].match
		}
		if n > 6 {
			for k := n - 5; k < n; k++ {
				if at, w, ok := l.wording(k, n); ok && l.unlabelledNote(at, w) && at == k && !l.after(at, 4, demands) {
					if r := l.refs(lg); len(r) == 1 && r[0].from <= i+1 && (w.whole && l.endsEffect(r[0], k) || !w.whole && k+len(w.p) >= n-1 && l.changes(r[0], k)) {
						return unlabelled, body
					}
				}
			}
		}
	}
	return noNote, 0
}

// unlabelledNote reports whether the wording at token i may make a note without a label.
func (l *line) unlabelledNote(i int, w noteWording) bool {
	return w.whole || w.action == model.NoteExcluded || w.action == model.NoteNewEdition || l.has(i, noteDone) ||
		lang.EndsIn(l.t[min(i+len(w.p), len(l.t))-1].low, lang.KazakhPast)
}

// changes reports whether the act r changed what is named between it and the wording at
// token k: "… қаулысымен 1-тармақ жаңа редакцияда".
func (l *line) changes(r ref, k int) bool {
	return r.kindAt >= 0 && lang.EndsIn(l.t[r.kindAt].low, lang.KazakhInstrumentals) && k-r.to <= 6 && l.namesTarget(r.to, k)
}

// endsEffect reports whether the act r is what ended the effect, as the wording at token k
// says: "… қаулысымен күші жойылды", "… қаулысымен 2020 ж. 1 қаңтардан бастап күші
// жойылды", "… қаулысына сәйкес осы қаулының күші жойылды".
func (l *line) endsEffect(r ref, k int) bool {
	if r.kindAt < 0 {
		return false
	}
	if l.has(r.to, accordingTo) {
		return k-r.to <= 4
	}
	return lang.EndsIn(l.t[r.kindAt].low, lang.KazakhInstrumentals) && (r.to >= k-1 || l.has(k-1, entrySince) && k-r.to <= 8)
}

// onlyTarget reports whether the words before a wording name only what it happened to:
// "Қаулының", "Пункт 5", "Бұйрық".
func (l *line) onlyTarget(from, to int) bool {
	for i := from; i < to; i++ {
		t := l.t[i]
		if t.kind == figure || t.kind == mark || t.kind == close {
			continue
		}
		// "Осы Нормативтік қаулы күшін жойды …", "Заголовок и преамбула изложены в редакции …"
		if l.has(i, ownActs) || l.has(i, noteFillers) || l.has(i, kindQualifiers) || l.has(i, joinWords) {
			continue
		}
		if _, ok := lang.KindOf(t.low, model.Kazakh); ok {
			continue
		}
		if _, ok := lang.KindOf(t.low, model.Russian); ok {
			continue
		}
		if _, ok := l.targetAt(i); ok {
			continue
		}
		return false
	}
	return true
}

// amendedByOther reports whether an act is named right after the wording, which tells
// a note from a sentence of the text: "утратил силу постановлением …", "изложена в
// редакции решения …".
func (l *line) amendedByOther(i int, action model.NoteAction, lg model.Language) bool {
	for _, r := range l.refs(lg) {
		if r.from >= i && (r.Date != "" && r.Number != "") && r.from-i <= 16 {
			if lg == model.Russian && r.kindAt >= 0 && action != model.NoteNewEdition && !instrumental(l.t[r.kindAt].low) && !l.is(r.from-1, "(") {
				return false
			}
			return true
		}
	}
	return false
}

// saysEnded reports whether the words from token i on say that an effect ended, as in
// "Прекращено действие в связи с истечением срока", not only that some term is over: "в
// связи с истечением срока лицензии заявитель обращается …".
func (l *line) saysEnded(i int) bool {
	for ; i < len(l.t); i++ {
		if l.has(i, lapsedVerbs) {
			return true
		}
		if at, w, ok := l.wording(i, i+1); ok && at == i && w.action == model.NoteRepealed {
			return true
		}
	}
	return false
}

func instrumental(w string) bool { return lang.EndsIn(w, lang.Instrumentals) }

// itemNumber returns how many tokens the number at token i takes: "3)", "12.", "1-1)".
func (l *line) itemNumber(i int) int {
	if i >= len(l.t) || l.t[i].kind != figure || len(l.t[i].low) > 3 {
		return 0
	}
	j := i + 1
	if l.is(j, "-") && j+1 < len(l.t) && l.t[j+1].kind == figure {
		j += 2
	}
	if j < len(l.t) && (l.t[j].low == ")" || l.t[j].low == ".") {
		return j + 1 - i
	}
	return 0
}

// wording finds the first wording of a note among tokens [from, to), outside quotation
// marks and brackets.
func (l *line) wording(from, to int) (int, noteWording, bool) {
	for i := from; i < to; i++ {
		t := l.t[i]
		if (t.kind == quote || t.kind == open) && t.match > i {
			i = t.match
			continue
		}
		if t.kind != word {
			continue
		}
		for _, w := range noteWordings {
			if n, ok := l.at(i, w.p); ok && i+n <= to+len(w.p)-1 && i+n <= len(l.t) {
				return i, w, true
			}
		}
	}
	return 0, noteWording{}, false
}

// strongest finds what tokens [from, to) say happened. That the effect ended by itself
// counts before that the act was repealed ("қолданылу мерзімінің аяқталуына байланысты
// күші жойылды"), repeal and exclusion before amendments told in the same breath.
func (l *line) strongest(from, to int) (noteWording, bool) {
	at, w, ok := l.wording(from, to)
	if !ok {
		return w, false
	}
	if w.action == model.NoteRepealed {
		if _, w2, ok := l.wording(at+len(w.p), to); ok && w2.action == model.NoteLapsed {
			return w2, true
		}
	}
	if w.action == model.NoteAmended {
		if _, w2, ok := l.wording(at+len(w.p), to); ok && (w2.action == model.NoteRepealed || w2.action == model.NoteExcluded) {
			return w2, true
		}
	}
	return w, true
}

func (l *line) targetAt(i int) (targetWord, bool) {
	for _, w := range targetWords {
		if _, ok := l.at(i, w.p); ok {
			return w, true
		}
	}
	return targetWord{}, false
}

// Notes reads the note that the text is: one Note for each amendment it tells of. span
// is the text's place in the canonical text; where is what the note is about when it
// does not say so itself.
func Notes(text string, span model.Span, l model.Language, where model.Target) ([]model.Note, []model.Finding) {
	ln := scan(text)
	shape, body := ln.noteShape(l)
	return ln.notes(shape, body, text, span, l, where)
}

// notes reads a note whose shape is known and whose text begins at token body. Of what has no
// known wording there is a finding.
func (l *line) notes(shape noteShape, body int, text string, span model.Span, lg model.Language, where model.Target) ([]model.Note, []model.Finding) {
	base := model.Note{Target: where, Action: model.NoteEditorial, Text: text, Span: span}
	if base.Target.Kind == "" {
		base.Target.Kind = model.TargetAct
	}
	if shape == byEditor {
		return []model.Note{base}, nil
	}
	refs := l.amending(body, lg)
	w, ok := l.strongest(body, len(l.t))
	if !ok || l.ownEntry(body, refs) {
		base.Effective = l.effective(body, -1, span[0], lg)
		if base.Effective != nil || l.anywhere(body, editorTexts) {
			return []model.Note{base}, nil
		}
		return []model.Note{base}, []model.Finding{
			phrase.Finding(model.FindNoteUnread, model.Warning, span, phrase.NoteWording.Of(clip(text)))}
	}
	if len(refs) == 0 {
		n := base
		n.Action = w.action
		n.Effective = l.effective(body, -1, span[0], lg)
		return ofEach(nil, n, l.targets(body, len(l.t), w, where, shape, lg)), nil
	}
	out := make([]model.Note, 0, len(refs))
	of := make([][]model.Target, 0, len(refs)) // what each act changed
	targets := []model.Target{where}
	from := body
	for k, r := range refs {
		to := len(l.t)
		if k+1 < len(refs) {
			to = l.segmentEnd(r, refs[k+1])
		}
		// what is said before this act, else what is said after it, else as before
		segW, segOK := l.strongest(from, r.coreFrom)
		switch {
		case segOK:
			w = segW
			if k == 0 || l.namesTarget(from, r.coreFrom) { // "…; с изменениями, внесенными …" is still of the same point
				targets = l.targets(from, r.coreFrom, w, where, shape, lg)
			}
		case k == 0:
			targets = l.targets(from, to, w, where, shape, lg)
		default:
			if afterW, ok := l.strongest(r.coreTo, to); ok && l.namesTarget(from, to) {
				w, targets = afterW, l.targets(from, to, afterW, where, shape, lg)
			}
		}
		n := base
		n.Action = w.action
		by := r.moved(span[0])
		n.By = &by
		n.Effective = l.effective(r.coreTo, to, span[0], lg)
		if n.Effective == nil && w.whole {
			n.Effective = l.since(from, to, span[0])
		}
		out, of = append(out, n), append(of, targets)
		from = to
	}
	for k := len(out) - 2; k >= 0; k-- { // two bodies of one act say at its end when it takes effect
		if out[k].Effective == nil && refs[k+1].from-refs[k].to <= 1 && l.has(refs[k+1].from-1, joinWords) {
			out[k].Effective = out[k+1].Effective
		}
	}
	var all []model.Note
	for k, n := range out {
		all = ofEach(all, n, of[k])
	}
	return all, nil
}

// ofEach adds a note on each of the targets: "Сноска. Пункты 14, 15 исключены …".
func ofEach(notes []model.Note, n model.Note, targets []model.Target) []model.Note {
	for _, n.Target = range targets {
		if n.By != nil {
			by := *n.By
			n.By = &by
		}
		notes = append(notes, n)
	}
	return notes
}

// amending are the acts that a note with its text from token body on names as those that
// did what it tells.
func (l *line) amending(body int, lg model.Language) []ref {
	var out []ref
	for _, r := range l.refs(lg) {
		law := r.Kind == model.Law || r.Kind == model.Code
		switch n := len(out); {
		case r.quoted || r.from < body || r.Date == "" && r.Number == "" || l.own(r) || law && r.Date == "":
		case r.bracketed && !l.lapseLetter(r):
		case n > 0 && law && out[n-1].Kind != r.Kind: // the law that the amending act rests on
		default:
			out = append(out, r)
		}
	}
	return out
}

// segmentEnd ends what belongs to the act r where the next one begins: at the last
// semicolon or comma before it, else at it.
func (l *line) segmentEnd(r, next ref) int {
	to := next.from
	for i := to - 1; i >= r.to && i >= r.coreTo; i-- {
		if l.t[i].kind == close && l.t[i].match >= 0 {
			i = l.t[i].match
			continue
		}
		if l.t[i].low == ";" {
			return i + 1
		}
	}
	return to
}

// own reports whether the mention is of the act itself: "осы шешімнің 8-тармағымен".
func (l *line) own(r ref) bool {
	ok := l.has(r.from-1, ownActs)
	return ok && r.from > 0 && r.Number == ""
}

// lapseLetter: "(әкімдік аппаратының 2013 жылғы 8 қаңтардағы № 12 хаты)" stands in
// brackets and is what the note reports.
func (l *line) lapseLetter(r ref) bool {
	return r.kindAt >= 0 && l.has(r.kindAt, letters)
}

// ownEntry: "01.01.2025 бастап қолданысқа енгізіледі – осы шешімнің 8-тармағымен"
// tells of the act's own entry into force, no amendment.
func (l *line) ownEntry(body int, refs []ref) bool {
	if len(refs) > 0 {
		return false
	}
	_, _, ok := l.wording(body, len(l.t))
	return !ok
}

func (l *line) namesTarget(from, to int) bool {
	for i := from; i < to; i++ {
		if l.t[i].kind == word {
			if _, ok := l.targetAt(i); ok {
				return true
			}
		}
	}
	return false
}

// targets reads what the wording in tokens [from, to) is about: one part of an act, or all that a
// list of numbers names.
func (l *line) targets(from, to int, w noteWording, where model.Target, shape noteShape, lg model.Language) []model.Target {
	t, numbers := l.target(from, to, w, where, shape, lg)
	if len(numbers) == 0 {
		return []model.Target{t}
	}
	out := make([]model.Target, 0, len(numbers))
	for _, t.Number = range numbers {
		out = append(out, t)
	}
	return out
}

// target is targets but for the numbers that a list names.
func (l *line) target(from, to int, w noteWording, where model.Target, shape noteShape, lg model.Language) (t model.Target, numbers []model.Text) {
	t.Regulation = where.Regulation
	if shape == unlabelled {
		if n := l.itemNumber(0); n > 0 && from <= n+1 { // in place of a subpoint or point
			t.Number = model.Text(l.slice(0, n-1))
			t.Kind = model.TargetPoint
			if l.is(n-1, ")") {
				t.Kind = model.TargetSubpoint
			}
			return t, nil
		}
	}
	for i := from; i < to; i++ {
		tok := l.t[i]
		if (tok.kind == quote || tok.kind == open) && tok.match > i {
			i = tok.match
			continue
		}
		if tok.kind != word {
			continue
		}
		if l.has(i, noteTexts) {
			break
		}
		tw, ok := l.targetAt(i)
		if !ok {
			continue
		}
		if w.action == model.NoteSupplemented && tw.numbered && instrumental(tok.low) {
			continue // "Постановление дополнено пунктом 2-1" is of the act
		}
		if tw.numbered {
			n := l.targetNumbers(i, lg)
			if n[0] == "" && (tw.kind == model.TargetPoint || tw.kind == model.TargetSubpoint) {
				continue
			}
			// "1-тармақтың 2) тармақшасы": the inner one is what changed, in either order
			if tw.kind == model.TargetPoint && lg == model.Kazakh {
				if sub := l.laterSubpoints(i+1, to); len(sub) > 0 {
					t.Kind = model.TargetSubpoint
					return t, sub
				}
			}
			if tw.kind == model.TargetAnnex && l.inner(i, to) {
				continue
			}
			t.Kind = tw.kind
			return t, n
		}
		if tw.kind == model.TargetRegulation && l.inner(i, to) {
			continue // "Регламенттің 9-тармағы"
		}
		if next, ok := l.targetAt(i + 1); ok && tw.kind == model.TargetRegulation && next.kind == model.TargetTitle {
			continue // "Шешім және Қағида атауы"
		}
		t.Kind = tw.kind
		return t, nil
	}
	if _, act := lang.KindOf(wordAt(l, from), lg); act && shape == labelled {
		t.Kind, t.Regulation = model.TargetAct, nil // "Решение с изменениями, внесенными …", below a point
		return t, nil
	}
	if w.whole && !l.namesTarget(from, to) && where.Regulation == nil {
		t.Kind = model.TargetAct
		return t, nil
	}
	if where.Kind == "" {
		t.Kind = model.TargetAct
		return t, nil
	}
	for i := from; i < to; i++ {
		if l.has(i, wholeTexts) { // "По всему тексту слова … заменены", below a point
			t.Kind = model.TargetAct
			if t.Regulation != nil {
				t.Kind = model.TargetRegulation
			}
			return t, nil
		}
	}
	return where, nil
}

// inner reports whether a numbered target is named after token i: "Регламенттің
// 9-тармағы".
func (l *line) inner(i, to int) bool {
	for j := i + 1; j < to && j < i+8; j++ {
		if tw, ok := l.targetAt(j); ok && tw.numbered && l.t[j].kind == word {
			return true
		}
	}
	return false
}

// laterSubpoints are the numbers of the subpoints named from token i on.
func (l *line) laterSubpoints(i, to int) []model.Text {
	for j := i; j < to && j < i+10; j++ {
		if tw, ok := l.targetAt(j); ok && tw.kind == model.TargetSubpoint && !lang.EndsIn(l.t[j].low, lang.KazakhInstrumentals) { // "… тармақшамен толықтырылды" is of the point
			if n := l.targetNumbers(j, model.Kazakh); n[0] != "" {
				return n
			}
			return nil
		}
	}
	return nil
}

// targetNumber reads the number beside the target's word at token i: "9-тармақ", "2)
// тармақшасы", "1 қосымша"; "Пункт 9", "Подпункт 2)", "Приложение № 1".
func (l *line) targetNumber(i int, lg model.Language) model.Text {
	if lg == model.Kazakh {
		j := i - 1
		for j >= 0 && (l.t[j].low == "-" || l.t[j].low == "–" || l.t[j].low == ")" || l.t[j].kind == quote) {
			j--
		}
		if j < 0 || l.t[j].kind != figure || i-j > 3 {
			return ""
		}
		if j >= 2 && l.t[j-1].low == "-" && l.t[j-2].kind == figure && l.t[j-2].end == l.t[j-1].start && l.t[j-1].end == l.t[j].start {
			return model.Text(l.slice(j-2, j+1)) // 9-1-тармақ
		}
		return model.Text(l.t[j].low)
	}
	j := i + 1
	if j < len(l.t) && (l.t[j].kind == numero || l.t[j].kind == quote) {
		j++
	}
	if j >= len(l.t) || l.t[j].kind != figure {
		return ""
	}
	if l.is(j+1, "-") && j+2 < len(l.t) && l.t[j+2].kind == figure && l.t[j].end == l.t[j+1].start && l.t[j+1].end == l.t[j+2].start {
		return model.Text(l.slice(j, j+3))
	}
	return model.Text(l.t[j].low)
}

// clip shortens a text for a message.
func clip(s string) string {
	const limit = 120
	if len(s) <= limit {
		return s
	}
	n := limit
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
