package raw

import "reglament/model/phrase"

// Shredded is the error for a file of more pieces, lines or tags, than any act has that
// are each shorter than least bytes on average: every piece takes memory many times its
// length. Other files have no error.
func Shredded(pieces, size, least int) error {
	const most = 1 << 16
	if pieces <= most || size >= pieces*least {
		return nil
	}
	return phrase.Shredded.Fault(most, least)
}
