// Package data writes read acts for data teams: JSON Lines with everything the model
// has, and CSV tables that join by keys. Documents are taken one at a time, so that the
// memory needed does not grow with the corpus.
package data

import (
	"fmt"
	"io"
	"iter"

	"reglament/model"
)

// WriteJSONL writes one document a line, as the model's JSON in UTF-8. It stops at the
// first error, of docs or of w.
func WriteJSONL(w io.Writer, docs iter.Seq2[*model.Document, error]) error {
	e := model.NewEncoder(w)
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if err := e.Encode(doc); err != nil {
			return fmt.Errorf("%s: %w", doc.Source.Name, err)
		}
	}
	return nil
}
