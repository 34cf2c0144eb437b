package sqlite_test

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reglament/corpus"
	"reglament/corpus/corpustest"
	"reglament/corpus/sqlite"
	"reglament/model"
)

// A test starts this program again as another process: what it does there, and where.
const (
	processVariable = "REGLAMENT_TEST_PROCESS"
	pathVariable    = "REGLAMENT_TEST_PATH"
)

func TestMain(m *testing.M) {
	var err error
	switch path := os.Getenv(pathVariable); os.Getenv(processVariable) {
	case "":
		os.Exit(m.Run())
	case "ingest":
		err = ingestForEver(path)
	case "lock":
		err = lockForEver(path)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// process starts this program as another process, and returns the lines that it prints.
func process(t *testing.T, does, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), processVariable+"="+does, pathVariable+"="+path)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	t.Cleanup(func() {
		c.Process.Kill() // it may be dead already
		c.Wait()
	})
	return c, bufio.NewScanner(out)
}

// numbered is an act with several regulations and a text of its own.
func numbered(n int) corpustest.Act {
	return corpustest.Act{Number: model.Text(fmt.Sprint(n)), Services: []string{"Жер учаскесін беру", "Көмек"}, Body: strings.Repeat(fmt.Sprint("мәтін ", n, " "), 2000)}
}

// ingestForEver stores acts and prints the number of each once it was reported stored.
func ingestForEver(path string) error {
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		r, err := corpus.Prepare(numbered(n).Read())
		if err != nil {
			return err
		}
		if _, err := s.Put(ctx, r); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

func lockForEver(path string) error {
	db, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		return err
	}
	if _, err := db.Begin(); err != nil {
		return err
	}
	fmt.Println("locked")
	for { // without cgo, a process whose goroutines all wait for ever is ended as deadlocked
		time.Sleep(time.Hour)
	}
}

// A process is killed at several moments of an ingest: what it had reported is there and
// whole, can be found, and the next ingest goes on.
func TestKilledDuringIngest(t *testing.T) {
	for _, delay := range []time.Duration{0, 3 * time.Millisecond, 17 * time.Millisecond, 60 * time.Millisecond} {
		path := filepath.Join(t.TempDir(), "corpus.db")
		c, lines := process(t, "ingest", path)
		if !lines.Scan() {
			t.Fatal("nothing was stored")
		}
		time.Sleep(delay)
		must(t, c.Process.Kill())
		reported := 1
		for lines.Scan() { // what it had printed before it died
			reported++
		}
		checkWhole(t, path, reported, reported+1)
	}
}

// checkWhole checks that a corpus has the first acts, at least and at most so many, and
// that nothing of it is damaged.
func checkWhole(t *testing.T, path string, least, most int) {
	t.Helper()
	s := open(t, path)
	defer s.Close()
	acts, err := s.Acts(ctx, corpus.Filter{})
	must(t, err)
	if len(acts) < least || len(acts) > most {
		t.Errorf("%d acts, want %d to %d", len(acts), least, most)
	}
	for n := range least {
		e, err := s.Editions(ctx, corpustest.Key(fmt.Sprint(n)))
		if err != nil || len(e) != 1 {
			t.Fatalf("act %d was reported stored: %+v, %v", n, e, err)
		}
		_, canonical, err := s.Document(ctx, e[0].ID)
		if err != nil || canonical != numbered(n).Read().Canonical {
			t.Fatalf("act %d: %v", n, err)
		}
	}
	hits, err := s.Search(ctx, corpus.Query{Text: "учаскесі", Limit: 2 * most})
	if err != nil || len(hits) != 2*len(acts) { // the regulation, and the own part that lists it
		t.Errorf("%d hits in %d acts, %v", len(hits), len(acts), err)
	}
	if o := corpustest.Put(t, s, numbered(0), numbered(1_000_000)); o[0].Change != corpus.Unchanged || o[1].Change != corpus.Stored {
		t.Errorf("going on: %+v", o)
	}
	db, err := sql.Open("sqlite", "file:"+path)
	must(t, err)
	defer db.Close()
	var verdict string
	must(t, db.QueryRow("PRAGMA integrity_check").Scan(&verdict))
	if verdict != "ok" {
		t.Errorf("the file: %s", verdict)
	}
}

func TestDiskFull(t *testing.T) {
	folder := smallDisk(t, "2m")
	path := filepath.Join(folder, "corpus.db")
	s := open(t, path)
	stored := 0
	var err error
	for ; stored < 10_000 && err == nil; stored++ {
		_, err = s.Put(ctx, numbered(stored).Record(t))
	}
	stored-- // the last failed
	if err == nil || err.Error() != "the corpus "+path+" cannot be written: the disk is full" {
		t.Errorf("after %d acts: %v", stored, err)
	}
	if stored < 5 {
		t.Errorf("%d acts fit, too few to tell anything", stored)
	}
	acts, err := s.Acts(ctx, corpus.Filter{})
	if err != nil || len(acts) != stored {
		t.Errorf("%d acts, want %d (%v)", len(acts), stored, err)
	}
	must(t, s.Close())

	// On a disk with room everything reported is there, and the work goes on.
	roomy := filepath.Join(t.TempDir(), "corpus.db")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + end)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		must(t, err)
		must(t, os.WriteFile(roomy+end, b, 0o644))
	}
	checkWhole(t, roomy, stored, stored)
}

func TestNoRoomForACopy(t *testing.T) {
	folder := smallDisk(t, "1m")
	path := filepath.Join(folder, "corpus.db")
	full(t, path)
	older(t, path)
	filler, err := os.Create(filepath.Join(folder, "rest"))
	must(t, err)
	defer filler.Close()
	size := int64(0)
	for n := 0; err == nil; size += int64(n) {
		n, err = filler.Write(make([]byte, 4096))
	}
	before := hash(t, path)
	if _, err = sqlite.Open(ctx, path); err == nil || err.Error() != "the corpus "+path+" cannot be opened: the disk is full" {
		t.Errorf("without any room: %v", err)
	}
	must(t, filler.Truncate(size-64<<10)) // for the files of the log
	_, err = sqlite.Open(ctx, path)
	if err == nil || !strings.Contains(err.Error(), "has the older schema version 1 and no copy of it could be made, so it is left as it is") ||
		!strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("error %v", err)
	}
	if hash(t, path) != before {
		t.Error("the corpus was changed without a copy")
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*backup*")); len(left) != 0 {
		t.Errorf("half a copy was left: %q", left)
	}
}

func TestLockedByAnotherProcess(t *testing.T) {
	defer sqlite.SetPatience(200 * time.Millisecond)()
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	s := open(t, path)
	defer s.Close()
	c, lines := process(t, "lock", path)
	if !lines.Scan() {
		t.Fatal("it was not locked")
	}
	_, err := s.Put(ctx, corpustest.Act{Number: "new"}.Record(t))
	if want := "the corpus " + path + " is being written by another process: try again when it has finished"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if acts, err := s.Acts(ctx, corpus.Filter{}); err != nil || len(acts) != 4 {
		t.Errorf("reading beside a writer: %+v, %v", acts, err)
	}
	must(t, c.Process.Kill())
	c.Wait() // it was killed
	if o := corpustest.Put(t, s, corpustest.Act{Number: "new"})[0]; o.Change != corpus.Stored {
		t.Errorf("afterwards: %+v", o)
	}
}

// What was damaged while the store was closed or open is told, and reading goes on where
// it can.
func TestDamageOfTheIndexIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.db")
	full(t, path)
	for _, column := range []string{"content", "sketch"} {
		execute(t, path, `UPDATE part_texts SET `+column+` = x'07'`)
		s := reopen(t, path)
		_, err := s.Search(ctx, corpus.Query{Text: "нөмірі"})
		if err == nil || !strings.Contains(err.Error(), "what is searched of ") || !strings.Contains(err.Error(), path) {
			t.Errorf("a damaged %s: %v", column, err)
		}
	}
	s := reopen(t, path)
	if acts, err := s.Acts(ctx, corpus.Filter{}); err != nil || len(acts) != 4 {
		t.Errorf("acts %+v, %v", acts, err)
	}
}
