package lang

// Quotation marks. „…“ closes with the one that opens “…”.
const (
	OpeningQuotes = `"«“„`
	ClosingQuotes = `"»”“`
	Quotes        = `"«»“”„`

	// The marks around a title, which nothing else is taken for there: some keyboards have one for
	// both sides, ”…”, typewriters have <<…>> and two strokes.
	TitleOpenings = OpeningQuotes + `”‘″'<`
	TitleClosings = ClosingQuotes + `’″'>`

	// nameMarks do not tell names apart.
	nameMarks = Quotes + "'`‹›‚‘’"
)

// Quotations counts the marks of a text that is read on from left to right.
type Quotations struct {
	straight    bool // one is open
	angled, low int  // so many are: «…» or “…”, and „…“
}

// Read counts the marks of the next part of the text. One that closes nothing is a slip.
func (q *Quotations) Read(s string) {
	for _, r := range s {
		switch {
		case r == '"':
			q.straight = !q.straight
		case r == '„':
			q.low++
		case (r == '“' || r == '”') && q.low > 0:
			q.low--
		case r == '«' || r == '“':
			q.angled++
		case (r == '»' || r == '”') && q.angled > 0:
			q.angled--
		}
	}
}

// Open reports whether a quotation goes on.
func (q *Quotations) Open() bool { return q.straight || q.angled > 0 || q.low > 0 }

// LeavesOpen reports whether a text ends inside a quotation that it began: `учреждение "Отдел`.
func LeavesOpen(s string) bool {
	var q Quotations
	q.Read(s)
	return q.Open()
}
