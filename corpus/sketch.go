package corpus

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"
)

// A sketch is the words of a part in their order without the words themselves, small
// enough to rank many parts by where the words of a query stand in each. It begins with
// the hashes of the part's stems: their count, and four bytes each. Then every word is the
// number of its stem, counted from 1, and every end of a paragraph is 0. The first
// paragraph is the part's head. The commonest stems stand first, so that nearly every
// number is one byte.

// sketcher makes a sketch.
type sketcher struct {
	stems map[uint32]int // index in hashes
	known []countedStem
	words []int // index in known, -1 for the end of a paragraph
}

type countedStem struct {
	hash   uint32
	index  int
	number int // of times that it occurs
}

func (s *sketcher) word(stem string) {
	h := hashStem(stem)
	at, ok := s.stems[h]
	if !ok {
		if s.stems == nil {
			s.stems = map[uint32]int{}
		}
		at = len(s.known)
		s.stems[h] = at
		s.known = append(s.known, countedStem{hash: h, index: at})
	}
	s.known[at].number++
	s.words = append(s.words, at)
}

func (s *sketcher) end() { s.words = append(s.words, -1) }

// sketch writes what was taken.
func (s *sketcher) sketch() []byte {
	slices.SortFunc(s.known, func(a, b countedStem) int {
		return cmp.Or(cmp.Compare(b.number, a.number), cmp.Compare(a.index, b.index))
	})
	number := make([]uint64, len(s.known))
	out := binary.AppendUvarint(nil, uint64(len(s.known)))
	for i, k := range s.known {
		out = binary.LittleEndian.AppendUint32(out, k.hash)
		number[k.index] = uint64(i) + 1
	}
	for _, w := range s.words {
		if w < 0 {
			out = append(out, 0)
		} else {
			out = binary.AppendUvarint(out, number[w])
		}
	}
	return out
}

func hashStem(stem string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(stem))
	return h.Sum32()
}

// place is a word of a query in a sketch.
type place struct {
	word int // of the query
	at   int // counted in words
}

// places calls paragraph with the places of a query's words, given as hashes of their stems,
// in each paragraph of a sketch that has some, and the paragraph's number: 0 for the head.
// It reports whether the sketch is whole.
func places(sketch []byte, words []uint32, paragraph func(n int, of []place)) bool {
	known, size := binary.Uvarint(sketch)
	if size <= 0 || known > uint64(len(sketch)-size)/4 {
		return false
	}
	hashes, rest := sketch[size:size+4*int(known)], sketch[size+4*int(known):]
	wanted := make([]uint64, len(words)) // numbers; 0 for a word that the part has not
	for i := range int(known) {
		h := binary.LittleEndian.Uint32(hashes[4*i:])
		for w := range words {
			if words[w] == h {
				wanted[w] = uint64(i) + 1
			}
		}
	}
	var of []place
	for at, n := 0, 0; len(rest) > 0; {
		number, size := uint64(rest[0]), 1
		if number >= 0x80 {
			if number, size = binary.Uvarint(rest); size <= 0 {
				return false
			}
		}
		rest = rest[size:]
		if number == 0 {
			if len(of) > 0 {
				paragraph(n, of)
				of = of[:0]
			}
			n++
			continue
		}
		if w := slices.Index(wanted, number); w >= 0 {
			of = append(of, place{w, at})
		}
		at++
	}
	return true
}

// together is how much of a query a paragraph has: the number of its words that it has,
// and for how near they stand the share that words of the query have in the shortest piece
// with all of these, near 1 where they stand side by side. Of one word it is 0.
func together(of []place, words int) float64 {
	count := make([]int, words)
	n := distinct(of, count)
	if n < 2 {
		return float64(n)
	}
	best, has, from := 0.0, 0, 0
	clear(count)
	for to, p := range of {
		if count[p.word]++; count[p.word] == 1 {
			has++
		}
		for ; has == n; from++ { // shorten the piece as far as it has all
			first := of[from]
			best = max(best, float64(to-from+1)/float64(p.at-first.at+1))
			if count[first.word]--; count[first.word] == 0 {
				has--
			}
		}
	}
	return float64(n) + best
}

// distinct counts the different words of places; count has room for every word.
func distinct(of []place, count []int) (n int) {
	for _, p := range of {
		if count[p.word]++; count[p.word] == 1 {
			n++
		}
	}
	return n
}
