package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"

	"reglament/model/phrase"
)

// kind is what the first bytes of a file say it is.
type kind int

const (
	single  kind = iota // a file to be read as it is
	zipped              // a zip archive, and no document that is one inside
	tarred              // a tar archive
	gzipped             // a gzip stream, of a tar archive or of one file
)

// blockSize is that of tar, whose mark stands in the first block.
const blockSize = 512

// sniff tells the kind by the first block of a file.
func sniff(head []byte) kind {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return zipped
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return gzipped
	case len(head) == blockSize && bytes.Equal(head[257:262], []byte("ustar")):
		return tarred
	case len(head) == blockSize && head[0] != 0 && bytes.IndexByte(head[:100], 0) > 0 && oldTar(head):
		return tarred
	}
	return single
}

// oldTar reports whether a block without the mark is a header all the same: the reader
// checks its sum.
func oldTar(block []byte) bool {
	_, err := tar.NewReader(bytes.NewReader(block)).Next()
	return err == nil
}

// detect tells the kind of a file that can be read at any place. Documents that are zip
// archives inside (DOCX and its kin) are single files.
func detect(r io.ReaderAt, length int64, entries int) (kind, error) {
	head := make([]byte, blockSize)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return single, err
	}
	k := sniff(head[:n])
	if k != zipped {
		return k, nil
	}
	archive, err := openZip(r, length, entries)
	if err != nil {
		if mayBeDocument(head[:n]) {
			return single, nil // the reader of documents says what is wrong with it
		}
		return single, err
	}
	for _, f := range archive.File {
		if documentMarks[strings.TrimPrefix(f.Name, "/")] {
			return single, nil
		}
	}
	return zipped, nil
}

// documentMarks are the entries that only a document has: Office Open XML, OpenDocument
// and EPUB.
var documentMarks = map[string]bool{"[Content_Types].xml": true, "word/document.xml": true, "mimetype": true}

// mayBeDocument looks at the name of the first entry where the archive's list of
// entries, which is at its end, cannot be read.
func mayBeDocument(head []byte) bool {
	const name = 30 // where it begins
	for mark := range documentMarks {
		if len(head) > name && bytes.HasPrefix(head[name:], []byte(mark)) {
			return true
		}
	}
	return len(head) > name && (bytes.HasPrefix(head[name:], []byte("_rels/")) || bytes.HasPrefix(head[name:], []byte("docProps/")))
}

// openZip reads the list of entries, and not more of it than so many entries take.
func openZip(r io.ReaderAt, length int64, entries int) (*zip.Reader, error) {
	const (
		perEntry = 512     // bytes of a name and what is noted with it
		end      = 1 << 18 // the search for the end of the archive
	)
	bounded := &boundedReaderAt{r: r, left: end + perEntry*int64(entries)}
	archive, err := zip.NewReader(bounded, length)
	switch {
	case errors.Is(err, zip.ErrInsecurePath): // each name is looked at later
	case errors.Is(err, ErrLimit):
		return nil, err
	case err != nil:
		return nil, phrase.DamagedZip.As(ErrDamaged, err)
	}
	bounded.left = -1
	return archive, nil
}

// boundedReaderAt fails when more is read than is left; a negative rest has no bound.
type boundedReaderAt struct {
	r    io.ReaderAt
	left int64
}

func (r *boundedReaderAt) ReadAt(b []byte, off int64) (int, error) {
	if r.left >= 0 {
		if r.left -= int64(len(b)); r.left < 0 {
			r.left = 0
			return 0, ErrLimit.Because(phrase.LongList.Of())
		}
	}
	return r.r.ReadAt(b, off)
}
