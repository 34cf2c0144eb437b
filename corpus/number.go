package corpus

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"reglament/model"
)

// keyPattern: "KZ-11/2015-10-23/А-11/495"; the number itself may hold slashes.
var keyPattern = regexp.MustCompile(`^(KZ(?:-\d{2})?)/(\d{4}-\d{2}-\d{2})/(.+)$`)

// keylessPrefix begins the identity of an act whose own key is unknown.
const keylessPrefix = "sha256:"

// SplitKey returns the region, the date and the number of an act's key, and false for
// what is no key.
func SplitKey(key string) (model.Region, model.Date, model.Text, bool) {
	m := keyPattern.FindStringSubmatch(key)
	if m == nil {
		return "", "", "", false
	}
	return model.Region(m[1]), model.Date(m[2]), model.Text(m[3]), true
}

// compareActs orders acts by region (the republic first), date and number. What is
// unknown comes last.
func compareActs(a, b Act) int {
	return cmp.Or(
		compareKnown(string(a.Region), string(b.Region), strings.Compare),
		compareKnown(string(a.Adopted), string(b.Adopted), strings.Compare),
		compareKnown(string(a.Number), string(b.Number), CompareNumbers),
		strings.Compare(a.Key, b.Key),
	)
}

func compareKnown(a, b string, compare func(a, b string) int) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return compare(a, b)
}

// CompareNumbers orders the numbers of acts and of provisions as people count them:
// 9 before 9-1 before 10, А-4/130 before А-11/495, 4/496 before 4/1000.
func CompareNumbers(a, b string) int {
	for a != "" && b != "" {
		x, y := leadingRun(a), leadingRun(b)
		a, b = a[len(x):], b[len(y):]
		var c int
		if isNumber(x) && isNumber(y) {
			p, q := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			c = cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(p, q), cmp.Compare(len(x), len(y)))
		} else {
			c = strings.Compare(strings.ToLower(x), strings.ToLower(y))
			if c == 0 {
				c = strings.Compare(x, y)
			}
		}
		if c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// leadingRun is the longest start of s that is all digits or all other.
func leadingRun(s string) string {
	digits := isNumber(s)
	end := strings.IndexFunc(s, func(r rune) bool { return ('0' <= r && r <= '9') != digits })
	if end < 0 {
		return s
	}
	return s[:end]
}

func isNumber(s string) bool {
	return s != "" && s[0] <= unicode.MaxASCII && '0' <= s[0] && s[0] <= '9'
}

func yearOf(d model.Date) int {
	year, _, _ := strings.Cut(string(d), "-")
	n, err := strconv.Atoi(year)
	if err != nil {
		return 0 // an unknown date
	}
	return n
}
