package portal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"reglament/corpus/whole"
)

// cache is a folder of pages as they came: ID/rus/text.2026-11-23.html, with the date on
// which they came. Older copies stay beside newer ones.
type cache struct{ dir string }

func (c cache) prefix(p Page) (dir, prefix string) {
	prefix = string(p.View)
	if p.Date != "" {
		prefix += "-" + string(p.Date)
	}
	return filepath.Join(c.dir, p.ID, codes[p.Language]), prefix + "."
}

// newest returns the newest copy of a page and its file, or no file where there is none.
func (c cache) newest(p Page) (data []byte, file string, err error) {
	dir, prefix := c.prefix(p)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("the copies of pages cannot be read: %w", err)
	}
	for _, e := range slices.Backward(entries) { // sorted by name, which ends in the date
		date, html := strings.CutSuffix(e.Name(), ".html")
		date, mine := strings.CutPrefix(date, prefix)
		if _, err := time.Parse(time.DateOnly, date); !html || !mine || err != nil {
			continue
		}
		file := filepath.Join(dir, e.Name())
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, "", fmt.Errorf("the copy of a page cannot be read: %w", err)
		}
		if check(p, data) == nil {
			return data, file, nil
		}
	}
	return nil, "", nil
}

// put keeps a page; its file appears when it is complete.
func (c cache) put(p Page, data []byte, now time.Time) (file string, err error) {
	dir, prefix := c.prefix(p)
	file = filepath.Join(dir, prefix+now.Format(time.DateOnly)+".html")
	if err = os.MkdirAll(dir, 0o755); err == nil {
		err = whole.Write(file, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	}
	if err != nil {
		return "", fmt.Errorf("the page cannot be kept: %w", err)
	}
	return file, nil
}
