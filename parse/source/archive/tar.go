package archive

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"io"
	"strings"

	"reglament/model/phrase"
)

// tar yields the entries of a tar archive, or the one file of a gzip stream that is none.
func (w *walk) tar(name string, r io.Reader, k kind, b *budget) bool {
	if k == gzipped {
		packed := &countingReader{r: r}
		unpacked, err := gzip.NewReader(bufio.NewReader(packed))
		if err != nil {
			return w.fail(name, phrase.DamagedGzip.As(ErrDamaged, err))
		}
		in := bufio.NewReaderSize(&ratioReader{r: unpacked, limits: w.limits, packed: func() int64 { return packed.n }}, blockSize)
		head, err := in.Peek(blockSize)
		if err != nil && !errors.Is(err, io.EOF) {
			return w.fail(name, tarFault(err))
		}
		if sniff(head) != tarred {
			return w.compressed(name, in, b)
		}
		r = in
	}
	// Blocks between entries, such as endless padding, are counted as well.
	in := &spendingReader{r: r, w: w, b: b}
	archive := tar.NewReader(in)
	for {
		header, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF) || w.ctx.Err() != nil:
			return w.ctx.Err() == nil
		case errors.Is(err, tar.ErrInsecurePath): // the name is looked at below
		case err != nil:
			return w.fail(name, tarFault(err))
		}
		if err := w.take(b); err != nil {
			return w.fail(name, err)
		}
		entry, skip, err := inside(name, header.Name)
		switch {
		case skip:
			continue
		case err == nil:
			switch header.Typeflag {
			case tar.TypeReg:
			case tar.TypeDir, tar.TypeXGlobalHeader:
				continue
			case tar.TypeSymlink, tar.TypeLink:
				err = ErrLink
			default:
				err = ErrSpecial
			}
		}
		if err == nil && header.Size > w.limits.File {
			err = w.tooLong()
		}
		if err != nil {
			if !w.fail(entry, err) {
				return false
			}
			continue
		}
		data, err := w.read(archive)
		if err != nil {
			w.fail(entry, tarFault(err))
			return w.ctx.Err() == nil // the rest cannot be found
		}
		if !w.memory(entry, data, true, b) {
			return false
		}
	}
}

// compressed yields the one file of a gzip stream.
func (w *walk) compressed(name string, r io.Reader, b *budget) bool {
	data, err := w.read(r)
	if err == nil {
		err = w.spend(b, int64(len(data)))
	}
	if err != nil {
		return w.fail(name, tarFault(err))
	}
	return w.memory(strings.TrimSuffix(name, ".gz"), data, true, b)
}

func tarFault(err error) error {
	if errors.Is(err, ErrLimit) {
		return err
	}
	return phrase.DamagedArchive.As(ErrDamaged, err)
}

type countingReader struct {
	r io.Reader
	n int64
}

func (r *countingReader) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	r.n += int64(n)
	return n, err
}

// spendingReader counts what is unpacked.
type spendingReader struct {
	r io.Reader
	w *walk
	b *budget
}

func (r *spendingReader) Read(b []byte) (int, error) {
	if err := r.w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.r.Read(b)
	if limit := r.w.spend(r.b, int64(n)); limit != nil {
		return 0, limit
	}
	return n, err
}
