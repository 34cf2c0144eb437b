package archive_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reglament/parse/source/archive"
)

// entry is one entry of an archive made by a test.
type entry struct {
	name string
	data string
	mode fs.FileMode // its type
	lock bool        // marked as encrypted
}

func zipped(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		h.SetMode(e.mode | 0o644)
		if e.lock {
			h.Method, h.Flags = zip.Store, 1
			h.CRC32, h.CompressedSize64, h.UncompressedSize64 = crc32.ChecksumIEEE([]byte(e.data)), uint64(len(e.data)), uint64(len(e.data))
			w, err := z.CreateRaw(h)
			if err != nil {
				t.Fatal(err)
			}
			io.WriteString(w, e.data)
			continue
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, e.data)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Typeflag: tar.TypeReg, Size: int64(len(e.data)), Mode: 0o644}
		switch {
		case e.mode&fs.ModeSymlink != 0:
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, e.data, 0
		case e.mode&fs.ModeDevice != 0:
			h.Typeflag, h.Size = tar.TypeChar, 0
		case e.mode.IsDir():
			h.Typeflag = tar.TypeDir
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if h.Size > 0 {
			io.WriteString(w, e.data)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t testing.TB, data string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, data)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// walk lists what a walk yields: "name=data" or "name: error".
func walk(t testing.TB, root string, limits archive.Limits) []string {
	t.Helper()
	var out []string
	for f, err := range archive.Walk(t.Context(), root, limits) {
		out = append(out, show(t, f, err))
	}
	return out
}

func TestAPageOfTwoLanguagesIsTwoFiles(t *testing.T) {
	page := `<!DOCTYPE html><html><head><link rel="canonical" href="https://adilet.zan.kz/kaz/docs/V16Z0009999/compare"></head><body>
<div class="slogan"><h1>Регламентті бекіту туралы</h1><h1>Об утверждении регламента</h1><p>Үлгі облысы әкімдігінің қаулысы.</p><p>Постановление акимата.</p></div>
<article><p>1. Бекітілсін.</p></article><article><p>1. Утвердить.</p></article></body></html>`
	dir := t.TempDir()
	write(t, filepath.Join(dir, "act.html"), page)
	write(t, filepath.Join(dir, "acts.zip"), zipped(t, entry{name: "in.html", data: page}))
	var names []string
	for _, line := range walk(t, dir, archive.Limits{}) {
		name, data, _ := strings.Cut(strings.TrimPrefix(line, filepath.ToSlash(dir)+"/"), "=")
		names = append(names, name)
		if kazakh := strings.Contains(data, "Бекітілсін"); kazakh == strings.Contains(data, "Утвердить") || kazakh != strings.HasSuffix(name, "kaz") {
			t.Errorf("%s: %s", name, data)
		}
	}
	if want := []string{"act.html/kaz", "act.html/rus", "acts.zip/in.html/kaz", "acts.zip/in.html/rus"}; !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}
}

func show(t testing.TB, f archive.File, err error) string {
	t.Helper()
	name := filepath.ToSlash(f.Name)
	if err == nil {
		var r io.ReadCloser
		if r, err = f.Open(); err == nil {
			defer r.Close()
			var data []byte
			if data, err = io.ReadAll(r); err == nil {
				return name + "=" + string(data)
			}
		}
	}
	return name + ": " + err.Error()
}

func write(t testing.TB, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestFilesOfFoldersAndArchives(t *testing.T) {
	t.Chdir(t.TempDir())
	docx := zipped(t, entry{name: "[Content_Types].xml", data: "<Types/>"}, entry{name: "word/document.xml", data: "<w/>"})
	pair := []entry{{name: "2016/a.html", data: "A"}, {name: "2016/", mode: fs.ModeDir}, {name: "b.txt", data: "B"},
		{name: ".hidden", data: "-"}, {name: "__MACOSX/._b.txt", data: "-"}}
	write(t, "acts/1.txt", "one")
	write(t, "acts/2016/2.txt", "two")
	write(t, "acts/.git/3.txt", "-")
	write(t, "acts/named-as-text.txt", zipped(t, pair...))
	write(t, "acts/z.zip", tarred(t, pair...))
	write(t, "acts/word.zip", docx)
	write(t, "acts/zz.bin", gzipped(t, tarred(t, pair...)))
	write(t, "acts/zzz.html.gz", gzipped(t, "<html>"))
	write(t, "acts/zzzz", zipped(t, entry{name: "inner.tgz", data: gzipped(t, tarred(t, pair...))}, entry{name: "d.docx", data: docx}))
	want := []string{
		"acts/1.txt=one", "acts/2016/2.txt=two",
		"acts/named-as-text.txt/2016/a.html=A", "acts/named-as-text.txt/b.txt=B",
		"acts/word.zip=" + docx,
		"acts/z.zip/2016/a.html=A", "acts/z.zip/b.txt=B",
		"acts/zz.bin/2016/a.html=A", "acts/zz.bin/b.txt=B",
		"acts/zzz.html=<html>",
		"acts/zzzz/inner.tgz/2016/a.html=A", "acts/zzzz/inner.tgz/b.txt=B", "acts/zzzz/d.docx=" + docx,
	}
	if got := walk(t, "acts", archive.Limits{}); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := walk(t, "acts/named-as-text.txt", archive.Limits{}); !slices.Equal(got, want[2:4]) {
		t.Errorf("one archive: %q", got)
	}
	if got := walk(t, "none", archive.Limits{}); len(got) != 1 || !strings.HasPrefix(got[0], "none: ") {
		t.Errorf("no such file: %q", got)
	}
}

func TestStreams(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a text", "text", "-=text"},
		{"a zip archive", zipped(t, entry{name: "a", data: "A"}), "-/a=A"},
		{"a tar.gz archive", gzipped(t, tarred(t, entry{name: "a", data: "A"})), "-/a=A"},
		{"nothing", "", "-="},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for f, err := range archive.Stream(t.Context(), "-", strings.NewReader(c.data), archive.Limits{}) {
				got = append(got, show(t, f, err))
			}
			if !slices.Equal(got, []string{c.want}) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What is hostile is named and does not stop what comes after it.
func TestHostileArchives(t *testing.T) {
	zeros := strings.Repeat("\x00", 20<<20)
	good := entry{name: "good.txt", data: "good"}
	for _, c := range []struct {
		name   string
		data   string
		limits archive.Limits
		want   error
		good   bool // the entry after it is still read
	}{
		{"a zip bomb", zipped(t, entry{name: "bomb", data: zeros}, good), archive.Limits{}, archive.ErrLimit, true},
		{"a tar.gz bomb", gzipped(t, tarred(t, entry{name: "bomb", data: zeros}, good)), archive.Limits{}, archive.ErrLimit, false},
		{"a gzip bomb of one file", gzipped(t, zeros), archive.Limits{}, archive.ErrLimit, false},
		{"an entry that is too large", zipped(t, entry{name: "big", data: "0123456789"}, good), archive.Limits{File: 9}, archive.ErrLimit, true},
		{"a tar entry that is too large", tarred(t, entry{name: "big", data: "0123456789"}, good), archive.Limits{File: 9}, archive.ErrLimit, true},
		{"too much in all", zipped(t, entry{name: "a", data: "0123456789"}, entry{name: "b", data: "0123456789"}, good), archive.Limits{Unpacked: 15}, archive.ErrLimit, false},
		{"too much in damaged entries", strings.ReplaceAll(zipped(t, entry{name: "a", data: strings.Repeat("text ", 9)}, entry{name: "b", data: strings.Repeat("text ", 9)}, good), "*I\xad(Q", "*I\xae(Q"), archive.Limits{Unpacked: 60}, archive.ErrLimit, false},
		{"too much in all of a tar", tarred(t, entry{name: "a", data: zeros}, good), archive.Limits{Unpacked: 1 << 20}, archive.ErrLimit, false},
		{"too many entries", zipped(t, good, good, good), archive.Limits{Entries: 2}, archive.ErrLimit, true},
		{"too many tar entries", tarred(t, good, good, good), archive.Limits{Entries: 2}, archive.ErrLimit, true},
		{"too many entries in inner archives", zipped(t, entry{name: "a.zip", data: zipped(t, good, good)}, entry{name: "b.zip", data: zipped(t, good)}), archive.Limits{Entries: 4}, archive.ErrLimit, true},
		{"archives in archives in archives", zipped(t, entry{name: "a", data: zipped(t, entry{name: "b", data: zipped(t, good)})}, good), archive.Limits{}, archive.ErrLimit, true},
		{"archives in archives where none may be", zipped(t, entry{name: "a", data: zipped(t, good)}, good), archive.Limits{Nesting: -1}, archive.ErrLimit, true},
		{"a name that climbs", zipped(t, entry{name: "../../etc/passwd", data: "x"}, good), archive.Limits{}, archive.ErrName, true},
		{"a name that climbs, in a tar", tarred(t, entry{name: "a/../../b", data: "x"}, good), archive.Limits{}, archive.ErrName, true},
		{"an absolute name", tarred(t, entry{name: "/etc/passwd", data: "x"}, good), archive.Limits{}, archive.ErrName, true},
		{"a name with a drive", zipped(t, entry{name: `C:\acts\a.txt`, data: "x"}, good), archive.Limits{}, archive.ErrName, true},
		{"a name that climbs the Windows way", zipped(t, entry{name: `..\a.txt`, data: "x"}, good), archive.Limits{}, archive.ErrName, true},
		{"a link", zipped(t, entry{name: "l", data: "/etc/passwd", mode: fs.ModeSymlink}, good), archive.Limits{}, archive.ErrLink, true},
		{"a link in a tar", tarred(t, entry{name: "l", data: "/etc/passwd", mode: fs.ModeSymlink}, good), archive.Limits{}, archive.ErrLink, true},
		{"a device", tarred(t, entry{name: "d", mode: fs.ModeDevice}, good), archive.Limits{}, archive.ErrSpecial, true},
		{"an encrypted entry", zipped(t, entry{name: "e", data: "secret", lock: true}, good), archive.Limits{}, archive.ErrEncrypted, true},
		{"a zip archive cut short", zipped(t, good, good)[:60], archive.Limits{}, archive.ErrDamaged, false},
		{"a tar.gz archive cut short", gzipped(t, tarred(t, entry{name: "a", data: strings.Repeat("abcdefgh", 1000)}))[:60], archive.Limits{}, archive.ErrDamaged, false},
		{"a damaged entry", strings.Replace(zipped(t, entry{name: "a", data: strings.Repeat("text ", 9)}, good), "*I\xad(Q", "*I\xae(Q", 1), archive.Limits{}, archive.ErrDamaged, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "hostile")
			write(t, name, c.data)
			var told error
			read := false
			for f, err := range archive.Walk(t.Context(), name, c.limits) {
				if err != nil {
					told = errors.Join(told, err)
					if strings.Contains(err.Error(), "\n") {
						t.Errorf("not one sentence: %q", err)
					}
					continue
				}
				switch filepath.Base(f.Name) {
				case "good.txt":
					read = true
				case "bomb", "big":
					t.Errorf("%s was yielded", f.Name)
				}
			}
			if !errors.Is(told, c.want) {
				t.Errorf("the error is %v, want %v", told, c.want)
			}
			if read != c.good {
				t.Errorf("the entry beside it was read: %t, want %t", read, c.good)
			}
		})
	}
}

// An archive whose end claims what is not there, and one that lists an entry 100,000 times.
func TestListsOfEntriesAreBounded(t *testing.T) {
	one := zipped(t, entry{name: strings.Repeat("n", 400), data: "x"})
	end := strings.LastIndex(one, "PK\x05\x06")
	start := strings.Index(one, "PK\x01\x02")
	many := one[:start] + strings.Repeat(one[start:end], 100_000) + one[end:]
	name := filepath.Join(t.TempDir(), "list.zip")
	write(t, name, many)
	got := walk(t, name, archive.Limits{Entries: 1000})
	if len(got) > 1001 || !strings.Contains(got[len(got)-1], archive.ErrLimit.Error()) && !strings.Contains(got[len(got)-1], archive.ErrDamaged.Error()) {
		t.Errorf("%d entries, the last %.200s", len(got), got[len(got)-1])
	}
}

func TestWalkEndsWithItsContext(t *testing.T) {
	var entries []entry
	for i := range 100 {
		entries = append(entries, entry{name: fmt.Sprint(i), data: "x"})
	}
	for name, data := range map[string]string{"zip": zipped(t, entries...), "tar": gzipped(t, tarred(t, entries...))} {
		path := filepath.Join(t.TempDir(), name)
		write(t, path, data)
		ctx, stop := context.WithCancel(t.Context())
		n := 0
		for _, err := range archive.Walk(ctx, path, archive.Limits{}) {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if n++; n == 3 {
				stop()
			}
		}
		stop()
		if n != 3 {
			t.Errorf("%s: %d entries after the end", name, n-3)
		}
	}
}

func FuzzStream(f *testing.F) {
	f.Add(zipped(f, entry{name: "a", data: "A"}, entry{name: "b.zip", data: zipped(f, entry{name: "c", data: "C"})}))
	f.Add(gzipped(f, tarred(f, entry{name: "a", data: "A"}, entry{name: "../b", data: "B"})))
	f.Add(tarred(f, entry{name: "a", data: "A"}))
	f.Add("a text")
	limits := archive.Limits{File: 1 << 16, Unpacked: 1 << 18, Entries: 100, RatioAbove: 1 << 12}
	f.Fuzz(func(t *testing.T, data string) {
		total := 0
		for file, err := range archive.Stream(t.Context(), "-", strings.NewReader(data), limits) {
			if err != nil {
				continue
			}
			r, err := file.Open()
			if err != nil {
				continue
			}
			got, err := io.ReadAll(r)
			if total += len(got); err != nil || len(got) > 1<<16 || total > 1<<18 {
				t.Fatalf("%d bytes of %d: %v", len(got), total, err)
			}
		}
	})
}
