package archive

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"

	"golang.org/x/text/encoding/charmap"

	"reglament/model/phrase"
)

// zip yields the entries of a zip archive.
func (w *walk) zip(name string, r io.ReaderAt, length int64, b *budget) bool {
	archive, err := openZip(r, length, w.limits.Entries)
	if err != nil {
		return w.fail(name, err)
	}
	for _, f := range archive.File {
		if w.ctx.Err() != nil {
			return false
		}
		if err := w.take(b); err != nil {
			return w.fail(name, err)
		}
		entry, skip, err := inside(name, entryName(f))
		switch {
		case skip || err == nil && f.FileInfo().IsDir():
			continue
		case err == nil:
			err = checkEntry(f)
		}
		var data []byte
		if err == nil {
			data, err = w.unzip(f, b)
		}
		if b.unpacked < 0 {
			return w.fail(name, err)
		}
		if err != nil {
			if !w.fail(entry, err) {
				return false
			}
			continue
		}
		if !w.memory(entry, data, true, b) {
			return false
		}
	}
	return true
}

// entryName is the name of an entry. Windows writes names that are not marked as UTF-8
// in the code page of its console, which is 866 in Kazakhstan.
func entryName(f *zip.File) string {
	if f.NonUTF8 {
		if name, err := charmap.CodePage866.NewDecoder().String(f.Name); err == nil {
			return name
		}
	}
	return f.Name
}

func checkEntry(f *zip.File) error {
	const encrypted = 1 // bit of the flags
	switch mode := f.Mode(); {
	case f.Flags&encrypted != 0:
		return ErrEncrypted
	case mode&fs.ModeSymlink != 0:
		return ErrLink
	case !mode.IsRegular():
		return ErrSpecial
	}
	return nil
}

// unzip reads an entry. What it claims to hold is not believed, and what was unpacked of a
// damaged one counts as well.
func (w *walk) unzip(f *zip.File, b *budget) ([]byte, error) {
	packed := int64(min(f.CompressedSize64, 1<<62))
	r, err := f.Open()
	if err != nil {
		return nil, zipFault(err)
	}
	defer r.Close()
	data, err := w.read(&ratioReader{r: &spendingReader{r: r, w: w, b: b}, limits: w.limits, packed: func() int64 { return packed }})
	if err != nil {
		return nil, zipFault(err)
	}
	return data, nil
}

func zipFault(err error) error {
	switch {
	case errors.Is(err, ErrLimit):
		return err
	case errors.Is(err, zip.ErrAlgorithm):
		return phrase.PackedUnknown.Fault()
	}
	return phrase.DamagedEntry.As(ErrDamaged, err)
}

// ratioReader fails where what is read is out of all proportion to its packed bytes.
type ratioReader struct {
	r      io.Reader
	limits Limits
	packed func() int64 // so far
	read   int64
}

func (r *ratioReader) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	r.read += int64(n)
	if r.read > r.limits.RatioAbove && r.read/r.limits.Ratio > r.packed() {
		return 0, ErrLimit.Because(phrase.UnpacksToTimes.Of(r.limits.Ratio))
	}
	return n, err
}
