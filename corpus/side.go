package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reglament/model"
	"reglament/parse/lang"
)

// Side is what a command is told to work on: a file, or an act of the corpus, and
// perhaps one regulation of it and a date.
//
//	acts/akmola.html                          a file; "-" is standard input
//	V16Z0004432                               a portal id
//	KZ-11/2015-10-23/А-11/495#3               the third regulation of an act
//	KZ-11/2015-10-23/А-11/495#"Жер учаскесі"  the regulation of this service
//	V16Z0004432#2@2018-01-01                  the text of that date
type Side struct {
	Text string // as it was given

	// Path is the file that the side names if there is such a file. ID or Key is set
	// as well where the same words can name an act.
	Path string
	ID   string
	Key  string

	Regulation int    // Regulation.Index, 0 for all
	Service    string // name or a part of it, empty for all
	Names      Names  // of the same service besides it; they have no place in the syntax
	Date       model.Date

	// Language keeps to texts in this language; it has no place in the syntax.
	Language model.Language
}

var (
	idPattern      = regexp.MustCompile(`^[A-Z][0-9]{2}[0-9A-Z]{7}[0-9A-Z_]$`)
	keylessPattern = regexp.MustCompile(`^` + keylessPrefix + `[0-9a-f]{8,64}$`)
	atPattern      = regexp.MustCompile(`@\s*(\d[\d.\-/]*)$`)
)

// quotePairs are the quotation marks that may surround a service's name.
var quotePairs = map[rune]rune{'"': '"', '«': '»', '“': '”', '„': '“', '‘': '’', '\'': '\''}

// ParseSide reads a side. It looks at no file; where a file of the whole name exists,
// Select takes the whole text for its name.
func ParseSide(text string) (Side, error) {
	s := Side{Text: text}
	base, rest, hasRest := strings.Cut(strings.TrimSpace(text), "#")
	base, err := s.cutDate(base)
	if err != nil {
		return s, err
	}
	if base == "" {
		return s, s.fault("names no file, portal id or act")
	}
	if hasRest {
		if err := s.parseRegulation(rest); err != nil {
			return s, err
		}
	}
	s.Path = base
	folded := norm.NFC.String(base)
	switch region, date, number, ok := SplitKey(folded); {
	case ok:
		if !date.Valid() {
			return s, s.fault("has no date %s in the calendar", date)
		}
		s.Key = string(model.Key(region, date, number))
	case idPattern.MatchString(folded):
		s.ID = folded
	case keylessPattern.MatchString(strings.ToLower(folded)):
		s.Key = strings.ToLower(folded)
	}
	return s, nil
}

// parseRegulation reads what stands after "#".
func (s *Side) parseRegulation(rest string) error {
	rest = strings.TrimSpace(rest)
	open, size := utf8.DecodeRuneInString(rest)
	if end, quoted := quotePairs[open]; quoted {
		// The last mark closes: names of services hold marks of their own.
		at := strings.LastIndex(rest[size:], string(end))
		if at < 0 {
			return s.fault("has no closing %c after #", end)
		}
		after, err := s.cutDate(rest[size+at+utf8.RuneLen(end):])
		if err != nil {
			return err
		}
		if after != "" {
			return s.fault("has %q after the service's name; only @YYYY-MM-DD may stand there", after)
		}
		s.Service = strings.TrimSpace(rest[size : size+at])
		if lang.FoldName(s.Service) == "" {
			return s.fault("has an empty service name after #")
		}
		return nil
	}
	rest, err := s.cutDate(rest)
	if err != nil {
		return err
	}
	if lang.FoldName(rest) == "" {
		return s.fault("has nothing after #: a regulation's number or the name of its service")
	}
	n, err := strconv.Atoi(rest)
	switch {
	case err != nil && strings.Trim(rest, "0123456789") != "":
		s.Service = rest
	case err != nil || n < 1:
		return s.fault("has no regulation #%s: they are counted from 1", rest)
	default:
		s.Regulation = n
	}
	return nil
}

// cutDate takes "@YYYY-MM-DD" off the end. An @ before anything but digits belongs to
// a name.
func (s *Side) cutDate(text string) (string, error) {
	text = strings.TrimSpace(text)
	m := atPattern.FindStringSubmatchIndex(text)
	if m == nil {
		if strings.HasSuffix(text, "@") {
			return "", s.fault("has no date after @, which wants YYYY-MM-DD")
		}
		return text, nil
	}
	date := model.Date(text[m[2]:m[3]])
	if !date.Valid() {
		return "", s.fault("has the date %q, which is not YYYY-MM-DD or not in the calendar", date)
	}
	if s.Date != "" {
		return "", s.fault("has two dates")
	}
	s.Date = date
	return strings.TrimSpace(text[:m[0]]), nil
}

func (s *Side) fault(format string, args ...any) error {
	return fmt.Errorf("%q "+format, append([]any{s.Text}, args...)...)
}
