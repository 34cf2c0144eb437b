package parse_test

import (
	"testing"

	"reglament/parse"
	"reglament/testdata"
)

// FuzzBytes reads anything as an act: no input may make it panic or prove a value with a
// span that does not hold it.
func FuzzBytes(f *testing.F) {
	files, err := testdata.Sample.ReadDir("sample/acts")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := testdata.Sample.ReadFile("sample/acts/" + file.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := parse.Bytes("fuzz", data); err == nil {
			proveSpans(t, r)
		}
	})
}
