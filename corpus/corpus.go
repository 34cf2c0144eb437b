// Package corpus keeps what was read: acts, their editions in both languages, the bytes
// they were read from, and the references between them. The adapters, one a database,
// are packages named after what they adapt (corpus/sqlite); they store and find, while
// what belongs together is decided here, once for all of them.
//
// An act is region, date and number (model.Key). It has texts in Kazakh and in Russian;
// in each language it has editions, one for each wording that is known; an edition has
// one or more forms, the files (HTML, PDF, …) in which this wording was met. Every form
// keeps its bytes, its canonical text and its model.
package corpus

import (
	"context"
	"errors"
	"time"

	"reglament/model"
)

// ErrNotFound is wrapped by every error that says that something is not in the corpus.
var ErrNotFound = errors.New("not in the corpus")

// Store is a corpus. Its methods may be called from several goroutines. Errors are one
// sentence that names the database, and wrap the context's error where it was cancelled.
type Store interface {
	// Put stores a record in one transaction: all of it or nothing.
	Put(ctx context.Context, r *Record) (Outcome, error)

	// Acts returns the acts that pass the filter, by region, date and number
	// (CompareNumbers); acts without a key come last.
	Acts(ctx context.Context, f Filter) ([]ActSummary, error)

	// Editions returns the editions of an act, Kazakh before Russian, the oldest of a
	// language first. The error wraps ErrNotFound where there is no such act.
	Editions(ctx context.Context, key string) ([]Edition, error)

	// Document returns the model and the canonical text of an edition, read from its
	// first form, with the act's fate where other texts tell it otherwise. The error wraps
	// ErrNotFound where there is no such edition.
	Document(ctx context.Context, edition int64) (*model.Document, string, error)

	// Raw returns the bytes of the source with this SHA-256 (hex). The error wraps
	// ErrNotFound where there is no such source.
	Raw(ctx context.Context, sha256 string) ([]byte, error)

	// References returns every mention of an act in the forms that Document returns,
	// in the order of Acts and, within an edition, of the text.
	References(ctx context.Context) ([]Mention, error)

	// Search returns the regulations, and the acts' own parts, that answer to a query,
	// the best first; see the function Search. It looks at the forms that Document
	// returns.
	Search(ctx context.Context, q Query) ([]Hit, error)

	Close() error
}

// Filter chooses acts; an empty field lets every act pass.
type Filter struct {
	Key      string // of the act, see Identity
	ID       string // portal id
	Region   model.Region
	Year     int            // of adoption
	Language model.Language // acts with a text in it; the summary describes that text
	Status   model.Status
	Service  string // acts with a regulation whose service has this in its name, see MatchService
	Names    Names  // or one of these as its name
}

// ActSummary is an act as a list shows it. What differs between texts is taken from the
// newest edition, the Kazakh one where there is one in each language.
type ActSummary struct {
	Key         string           `json:"key"`
	ID          model.Text       `json:"id"`
	Languages   []model.Language `json:"languages"` // Kazakh first
	Kind        model.ActKind    `json:"kind"`
	Title       model.Text       `json:"title"`
	Issuer      model.Text       `json:"issuer"`
	Region      model.Region     `json:"region"`
	Adopted     model.Date       `json:"adopted"`
	Number      model.Text       `json:"number"`
	Status      model.Status     `json:"status"`      // by all texts of the corpus, also those of the act that repeals it
	RepealedBy  *model.ActRef    `json:"repealed_by"` // of an act that no text of this one names, its key is the text
	TextStatus  model.Status     `json:"text_status"` // as the text that is shown says itself
	Regulations int              `json:"regulations"`
	Services    []string         `json:"services"`
	Editions    int              `json:"editions"` // in all languages
	Source      string           `json:"source"`   // name of the file that is shown
	Stored      time.Time        `json:"stored"`   // when that file was first stored

	Changes *Reference `json:"-"` // the first act that it amends or repeals, see Name
}

// Edition is one wording of an act in one language.
type Edition struct {
	ID         int64          `json:"id"`
	Key        string         `json:"key"` // of the act
	Language   model.Language `json:"language"`
	Wording    model.Date     `json:"wording"` // see Wording
	AsOf       model.Date     `json:"as_of"`   // see AsOf
	Kind       model.ActKind  `json:"kind"`
	Title      model.Text     `json:"title"`
	Issuer     model.Text     `json:"issuer"`
	Status     model.Status   `json:"status"`      // as its text says
	RepealedBy *model.ActRef  `json:"repealed_by"` // as its text says
	Services   []Service      `json:"services"`    // one a regulation
	Forms      []Form         `json:"forms"`       // the one to read first: see betterForm
	Changes    *Reference     `json:"-"`           // the first act that it amends or repeals
	EndedBy    []model.ActRef `json:"-"`           // see Entry
}

// Form is a file in which an edition was met.
type Form struct {
	SHA256 string       `json:"sha256"`
	Name   string       `json:"name"`
	Format model.Format `json:"format"`
	ID     model.Text   `json:"id"` // portal id, where the file tells it
	Stored time.Time    `json:"stored"`
}

// Service is the service of one regulation.
type Service struct {
	Regulation int    `json:"regulation"` // Regulation.Index
	Name       string `json:"name"`
}

// Change is what Put did.
type Change string

// The changes that Put makes.
const (
	Stored      Change = "stored"       // the first text of an act
	NewLanguage Change = "new_language" // the first text in this language of a known act
	NewEdition  Change = "new_edition"  // another wording of a known act
	NewForm     Change = "new_form"     // another file with a known wording
	Reread      Change = "reread"       // a known file, read otherwise than before: the model is replaced
	Unchanged   Change = "unchanged"    // a known file, read as before: nothing was written
)

// Outcome says what became of a record.
type Outcome struct {
	Change   Change          `json:"change"`
	Key      string          `json:"key"`
	Language model.Language  `json:"language"`
	Edition  int64           `json:"edition"`
	SHA256   string          `json:"sha256"`
	Warnings []model.Message `json:"warnings"`
}
