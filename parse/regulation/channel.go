package regulation

import (
	"slices"
	"strings"

	"reglament/model"
	"reglament/model/phrase"
	"reglament/parse/lang"
	"reglament/parse/sentence"
	"reglament/parse/structure"
)

// channels reads the ways to apply: "Өтініштерді қабылдау және … нәтижелерін беру: 1) …",
// a list of paragraphs or of one sentence.
func (r *reader) channels(pt *structure.Point, under []int) {
	t := r.text
	all := append([]int{pt.From}, under...)
	for k, i := range all {
		if len(r.out.Channels) > 0 {
			return
		}
		p := t.Paragraphs[i]
		if !t.mayAnnounce(p) {
			continue
		}
		ws := t.Words(p)
		at := t.announces(ws)
		switch {
		case at < 0:
		case t.EndsWith(p, ":"):
			open := true // an item without a number goes on a list that no full stop closed
			for _, j := range all[k+1:] {
				q := t.Paragraphs[j]
				_, rest, kind := sentence.LeadingNumber(t.Of(q))
				if kind == sentence.NoNumber && !open {
					return
				}
				open = t.EndsWith(q, ";,")
				r.channel(model.Span{q[0] + rest, q[1]})
			}
			return
		default:
			for _, part := range t.parts(ws[at:]) {
				if c, span := t.channelIn(part); c != "" {
					r.addChannel(c, span)
				}
			}
			if len(r.out.Channels) == 0 {
				r.channel(t.sentenceOf(p, ws[at]))
			}
		}
	}
}

// sentenceOf returns the sentence of a paragraph that a word is in.
func (t *text) sentenceOf(p model.Span, w sentence.Word) model.Span {
	for _, s := range t.Sentences(p) {
		if w.Start < s[1] {
			return s
		}
	}
	return p
}

// served reads the ways to apply from the sentence that names the provider, where no
// point lists them: "оказывается отделом (далее – услугодатель), а также через портал".
func (r *reader) served(from, to int) {
	t := r.text
	provider := r.introducedProvider()
	for i := from; i < to && len(r.out.Channels) == 0; i++ {
		// Who renders the service is no other way to apply, whatever his name: "ауылдық округі әкімінің
		// аппараты (бұдан әрі – қызмет беруші) баламалы негізде …".
		ws := slices.DeleteFunc(slices.Clone(t.Words(t.Paragraphs[i])), func(w sentence.Word) bool {
			return provider.Contains(model.Span{w.Start, w.End})
		})
		if !slices.ContainsFunc(t.Tab.ServedPoint, func(set []string) bool { return t.HasAll(ws, set) }) || t.Has(ws, &t.Tab.NotServed) {
			continue
		}
		// "… орталықтары арқылы, сондай-ақ портал арқылы" tells of no office.
		at := t.Find(ws, &t.Tab.Also)
		if at < 0 {
			at = t.andElsewhere(ws, provider)
		}
		if at >= 0 && !t.servedElsewhere(ws[:at]) {
			by := model.Span{ws[at].Start, ws[at].End}
			if t.Paragraphs[i].Contains(provider) && provider[1] <= by[0] {
				by = provider
			}
			r.addChannel(model.ChannelOffice, by)
		}
		if t.EndsWith(t.Paragraphs[i], ":") { // "оказывается отделом, в том числе через:" / "1) ЦОН;"
			for _, p := range t.Paragraphs[i+1 : to] {
				_, rest, kind := sentence.LeadingNumber(t.Of(p))
				c, at := t.channelIn(model.Span{p[0] + rest, p[1]})
				if c == "" || kind == sentence.NoNumber && !t.Bullet(p) && !t.EndsWith(p, ";") || kind == sentence.PointNumber {
					break
				}
				r.addChannel(c, at)
			}
			continue
		}
		for _, part := range t.parts(ws) {
			if c, at := t.channelIn(part); c != "" && c != model.ChannelOffice && !provider.Contains(at) {
				r.addChannel(c, at)
			}
		}
	}
	for i := from; i < to && len(r.out.Channels) == 0; i++ {
		r.servedAt(t.Paragraphs[i])
	}
}

// servedAt reads from a sentence that only the provider renders the service, where it says at
// what place: "Государственная услуга оказывается отделом, расположенным | по адресу".
func (r *reader) servedAt(p model.Span) {
	t := r.text
	for _, sentence := range t.Sentences(p) {
		ws := t.Words(sentence)
		at := t.Find(ws, &t.Tab.ServedAt)
		if at >= 0 && t.Has(ws, &t.Tab.RenderedIn) && !t.Has(ws, &t.Tab.NotServed) && !t.servedElsewhere(ws) {
			r.addChannel(model.ChannelOffice, model.Span{ws[at].Start, ws[at].End})
			return
		}
	}
}

// andElsewhere returns the word that joins another way to apply to the provider, whose name may be
// left out of the words: "оказывается отделом | и | центром обслуживания населения", "«…» мекемесімен
// (бұдан әрі – уәкілетті орган) | және | «…» орталығы арқылы"; -1 for none.
func (t *text) andElsewhere(ws []sentence.Word, provider model.Span) int {
	const longest = 8 // words of a way to apply
	by := false
	for i := range ws {
		if t.Tab.And.Stem(t.Str(ws[i])) && (by || t.rightBehind(provider, ws[i].Start)) && t.servedElsewhere(ws[i+1:min(len(ws), i+1+longest)]) {
			return i
		}
		by = t.IsHead(ws[i], lang.Instrumental) || by && !t.Tab.HeadFinal
	}
	return -1
}

// rightBehind reports whether nothing but a bracket stands between a name and the word at an offset.
func (t *text) rightBehind(name model.Span, at int) bool {
	if name.Empty() || at < name[1] {
		return false
	}
	between := strings.TrimSpace(t.Low[name[1]:at])
	return between == "" || sentence.Closing(between, 0) == len(between)-1
}

// servedElsewhere reports whether words name another way to apply than the office.
func (t *text) servedElsewhere(ws []sentence.Word) bool {
	return slices.ContainsFunc(t.channelsOf(ws), func(c model.Channel) bool { return c != model.ChannelOffice })
}

// mayAnnounce is the quick look before channels.
func (t *text) mayAnnounce(p model.Span) bool {
	for _, set := range t.Tab.ChannelPoint {
		if lang.Index(t.Lower(p), set[0]) >= 0 {
			return true
		}
	}
	return false
}

// announces returns the first word at which an announcement of the ways to apply is complete,
// or -1: "Прием заявления и выдача результата | осуществляются услугодателем, через портал".
func (t *text) announces(ws []sentence.Word) int {
	first := -1
	for _, set := range t.Tab.ChannelPoint {
		last := 0
		for _, stem := range set {
			at := t.FindPhrase(ws, stem)
			if at < 0 {
				last = -1
				break
			}
			last = max(last, at)
		}
		if last >= 0 && (first < 0 || last < first) && t.OpenBracket(model.Span{ws[0].Start, ws[last].Start}) == ws[0].Start {
			first = last
		}
	}
	return first
}

// parts cuts words at marks and conjunctions.
func (t *text) parts(ws []sentence.Word) []model.Span {
	var out []model.Span
	start := ws[0].Start
	for i := 1; i < len(ws); i++ {
		if strings.ContainsAny(t.Low[ws[i-1].End:ws[i].Start], ",;:") || t.Joins(ws, i) {
			out = append(out, model.Span{start, ws[i-1].End})
			start = ws[i].Start
		}
	}
	return append(out, model.Span{start, ws[len(ws)-1].End})
}

// channel reads the one channel that an item names.
func (r *reader) channel(s model.Span) {
	c, at := r.text.channelIn(s)
	if c == "" {
		r.finding(model.FindTextUnread, model.Warning, phrase.UnknownChannel.Of(r.Of(s)), s)
		return
	}
	r.addChannel(c, at)
}

func (r *reader) addChannel(c model.Channel, at model.Span) {
	if n := len(r.out.Channels); !slices.Contains(r.out.Channels, c) {
		r.out.Spans.SetItem("channels", n, at)
		r.out.Channels = append(r.out.Channels, c)
	}
}

// way returns what way a wording of n words names: the word "centre" alone is short for what
// the regulation introduced it for.
func (t *text) way(c model.Channel, n int) model.Channel {
	if c == model.ChannelCenter && n == 1 && t.pscCentre {
		return model.ChannelPSC
	}
	return c
}

func (t *text) channelIn(s model.Span) (model.Channel, model.Span) {
	ws := t.Words(s)
	for c := range t.Tab.Channels {
		rule := &t.Tab.Channels[c]
		for i := range ws {
			if n := t.MatchAny(ws, i, &rule.Stems); n > 0 {
				return t.way(rule.Channel, n), model.Span{ws[i].Start, ws[i+n-1].End}
			}
		}
	}
	return "", s
}

// channelsOf returns the channels that words name.
func (t *text) channelsOf(ws []sentence.Word) (out []model.Channel) {
	for i := range ws {
		for c := range t.Tab.Channels {
			rule := &t.Tab.Channels[c]
			if n := t.MatchAny(ws, i, &rule.Stems); n > 0 {
				if channel := t.way(rule.Channel, n); !slices.Contains(out, channel) {
					out = append(out, channel)
				}
				break
			}
		}
	}
	return out
}
