package compare

import "testing"

func TestTermsAreToldInWordsAndCodesAreNot(t *testing.T) {
	for code, want := range map[string]string{
		"3 working_day":              "3 working days",
		"1 hour; 30 minute":          "1 hour; 30 minutes",
		"provider.unit_head: review": "provider.unit_head: review",
		"rural_akim":                 "rural_akim",
		"2015-05-14 No 912":          "2015-05-14 No 912",
		"":                           "",
	} {
		if got := Readable(code); got != want {
			t.Errorf("%q is told as %q, want %q", code, got, want)
		}
	}
}
