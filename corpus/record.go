package corpus

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"reglament/model"
	"reglament/model/phrase"
)

// Read is a file and what was read from it.
type Read struct {
	Document  *model.Document
	Canonical string
	Raw       []byte
}

// Record is a Read made ready to be stored. Making it is the costly part and needs no
// database, so it can be done on every core.
type Record struct {
	Entry
	Keyless bool // the act's own key is unknown, Key is made from the source
	Refs    []Reference
	Ends    []string // keys of the acts that it repeals
	Parts   []Part   // what can be found of it

	Raw, Canonical, Model []byte // see Pack; Model without the source's name
	Size                  int    // bytes of the source
}

// Entry is a stored form with all that decides where it belongs.
type Entry struct {
	Act     Act
	Edition int64 // given by the store

	Form
	Language model.Language
	Kind     model.ActKind
	Title    model.Text
	Issuer   model.Text
	Status   model.Status
	// RepealedBy is kept among the references; an adapter fills it from there.
	RepealedBy *model.ActRef
	// Changes is the first act that it amends or repeals, filled likewise.
	Changes *Reference
	// EndedBy are the acts of the corpus that repeal the act, filled by the adapter, by day
	// and key. What names each is its key.
	EndedBy  []model.ActRef
	Wording  model.Date
	AsOf     model.Date
	Services []Service
	Errors   int    // findings of this severity
	Warnings int    // findings of this severity
	Words    string // see words: equal for texts that differ in layout only
	Reading  string // SHA-256 of canonical text and model: equal where nothing was read anew
}

// Act is the identity of an act, whatever its texts.
type Act struct {
	Key     string
	Region  model.Region
	Adopted model.Date
	Number  model.Text
}

// Identity returns the act of a document. Where the region, the date or the number is
// unknown the act is known by its source only: "sha256:" and the hash in hex, and false.
func Identity(d *model.Document) (Act, bool) {
	a := Act{Key: string(d.Act.Key), Adopted: d.Act.Adopted, Number: d.Act.Number}
	if d.Act.Issuer != nil {
		a.Region = d.Act.Issuer.Region
	}
	region, adopted, _, ok := SplitKey(a.Key)
	if !ok {
		a.Key = keylessPrefix + strings.ToLower(d.Source.SHA256)
		return a, false
	}
	a.Region, a.Adopted = region, adopted
	return a, true
}

// Prepare makes a record. It fails where the document cannot be of these bytes.
func Prepare(r Read) (*Record, error) {
	d := r.Document
	if d == nil {
		return nil, errors.New("nothing was read from the file")
	}
	sum := sha256.Sum256(r.Raw)
	if have := hex.EncodeToString(sum[:]); !strings.EqualFold(have, d.Source.SHA256) {
		return nil, fmt.Errorf("the document is of a file with SHA-256 %q, the bytes have %s", d.Source.SHA256, have)
	}
	plain := *d
	plain.Source.Name = "" // the same bytes under another name are the same source
	plain.Act.Fate = nil   // what a corpus knew of it is not read from them
	text, err := encode(&plain)
	if err != nil {
		return nil, fmt.Errorf("the document cannot be written as JSON: %w", err)
	}
	act, known := Identity(d)
	found, err := parts(d, act, r.Canonical)
	if err != nil {
		return nil, err
	}
	rec := &Record{
		Entry: Entry{
			Act:      act,
			Form:     Form{SHA256: strings.ToLower(d.Source.SHA256), Name: d.Source.Name, Format: d.Source.Format, ID: d.Act.ID},
			Language: d.Act.Language,
			Kind:     d.Act.Kind,
			Title:    d.Act.Title,
			Status:   d.Act.Status,
			Wording:  Wording(d),
			AsOf:     AsOf(d),
			Words:    words(r.Canonical),
			Reading:  reading(r.Canonical, text),
		},
		Keyless: !known,
		Refs:    references(d),
		Parts:   found,
		Raw:     Pack(r.Raw), Canonical: Pack([]byte(r.Canonical)), Model: Pack(text),
		Size: len(r.Raw),
	}
	rec.Ends = Ends(act, rec.Refs)
	if d.Act.Issuer != nil {
		rec.Issuer = model.Text(d.Act.Issuer.Name)
	}
	for _, g := range d.Regulations {
		rec.Services = append(rec.Services, Service{Regulation: g.Index, Name: g.Service})
	}
	for _, f := range d.Findings {
		switch f.Severity {
		case model.Error:
			rec.Errors++
		case model.Warning:
			rec.Warnings++
		}
	}
	return rec, nil
}

// Outcome is the outcome of a change that left the record in this edition beside the other
// forms of its act.
func (r *Record) Outcome(c Change, edition int64, others []Entry) Outcome {
	o := Outcome{Change: c, Key: r.Act.Key, Language: r.Language, Edition: edition, SHA256: r.SHA256}
	if r.Keyless {
		o.Warnings = append(o.Warnings, phrase.Keyless.Of(r.Act.Key))
	}
	if f := fuller(r, edition, others); f != nil {
		o.Warnings = append(o.Warnings, phrase.FewerRegulations.Of(r.Act.Key, phrase.Regulations(len(r.Services)), f.Name, phrase.Regulations(len(f.Services))))
	}
	return o
}

// Decode turns a stored model and canonical text back into a document; name is the
// name of its source.
func Decode(name string, packedModel, packedCanonical []byte) (*model.Document, string, error) {
	text, err := Unpack(packedModel)
	if err != nil {
		return nil, "", err
	}
	canonical, err := Unpack(packedCanonical)
	if err != nil {
		return nil, "", err
	}
	d := &model.Document{}
	if err := json.Unmarshal(text, d); err != nil {
		return nil, "", fmt.Errorf("the stored model is not JSON of %s: %w", model.Schema, err)
	}
	d.Source.Name = name
	return d, string(canonical), nil
}

// Packed is a form as it is stored.
type Packed struct {
	Name                  string
	Raw, Canonical, Model []byte // see Pack
}

// Record makes the record of a stored form again.
func (p Packed) Record() (*Record, error) {
	d, canonical, err := Decode(p.Name, p.Model, p.Canonical)
	if err != nil {
		return nil, err
	}
	raw, err := Unpack(p.Raw)
	if err != nil {
		return nil, err
	}
	return Prepare(Read{Document: d, Canonical: canonical, Raw: raw})
}

// Pack compresses bytes for storage; the same bytes always pack alike.
func Pack(b []byte) []byte {
	var out bytes.Buffer
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(&out)
	z.Write(b) // writing to memory does not fail
	z.Close()
	return out.Bytes()
}

// packers are kept: a new one costs more than the packing of a short act.
var packers = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}

// Unpack undoes Pack; it fails where the stored bytes are damaged.
func Unpack(b []byte) ([]byte, error) {
	z := unpackers.Get().(*gzip.Reader)
	defer unpackers.Put(z)
	var out bytes.Buffer
	err := z.Reset(bytes.NewReader(b))
	if err == nil {
		_, err = out.ReadFrom(z)
	}
	if err != nil {
		return nil, fmt.Errorf("stored bytes are damaged: %w", err)
	}
	return out.Bytes(), nil
}

// unpackers are kept for the same reason.
var unpackers = sync.Pool{New: func() any { return new(gzip.Reader) }}

func encode(d *model.Document) ([]byte, error) {
	var b bytes.Buffer
	err := model.NewEncoder(&b).Encode(d)
	return b.Bytes(), err
}

func reading(canonical string, text []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d\n", len(canonical))
	io.WriteString(h, canonical)
	h.Write(text)
	return hex.EncodeToString(h.Sum(nil))
}
