package parse_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"reglament/parse"
)

// BenchmarkBytes reads the largest real act once, ten and a hundred times over: the
// rate must stay the same.
func BenchmarkBytes(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(corpus(b), "west-kazakhstan-2016-122.kk.pdf.txt"))
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1, 10, 100} {
		big := make([]byte, 0, n*len(data))
		for range n {
			big = append(big, data...)
		}
		b.Run(fmt.Sprintf("x%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(big)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := parse.Bytes("act.txt", big); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
