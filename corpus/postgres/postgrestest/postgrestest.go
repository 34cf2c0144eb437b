// Package postgrestest gives tests a PostgreSQL database of their own.
package postgrestest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"reglament/testdata/needs"
)

// Variable is the environment variable with the postgres:// address of a database of a
// server on which tests may make databases.
const Variable = "REGLAMENT_POSTGRES"

var made atomic.Int64

// server is the address that tests were given. Without one they are skipped, but not
// where everything has to be tested.
func server(t testing.TB) string {
	t.Helper()
	return needs.Variable(t, Variable, "a PostgreSQL server; `.ci/postgres start DIR` starts one and prints its address")
}

// Address makes an empty database that is dropped when the test ends, and returns its
// address.
func Address(t testing.TB) string {
	t.Helper()
	return makeDatabase(t, server(t))
}

func makeDatabase(t testing.TB, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("reglament_test_%d_%d_%d", os.Getpid(), time.Now().UnixNano(), made.Add(1))
	Exec(t, address, "CREATE DATABASE "+name)
	t.Cleanup(func() { Exec(t, address, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)") })
	u.Path = "/" + name
	return u.String()
}

// Exec runs a statement in the database at an address.
func Exec(t testing.TB, address, statement string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	c, err := pgx.Connect(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(ctx)
	if _, err := c.Exec(ctx, statement); err != nil {
		t.Fatal(err)
	}
}

// Server is a server that a test may stop.
type Server struct {
	Address string
	script  string
	folder  string
}

// Own starts a server for one test alone.
func Own(t testing.TB) *Server {
	t.Helper()
	server(t)
	_, file, _, _ := runtime.Caller(0)
	s := &Server{script: filepath.Join(filepath.Dir(file), "../../../.ci/postgres")}
	// Not t.TempDir: the server runs as another user, who may not enter it.
	folder, err := os.MkdirTemp("", "reglament-postgres-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	s.folder = folder
	s.Address = makeDatabase(t, strings.TrimSpace(s.run(t, "start")))
	return s
}

// Restart crashes the server and starts it again.
func (s *Server) Restart(t testing.TB) { t.Helper(); s.run(t, "restart") }

func (s *Server) run(t testing.TB, command string) string {
	t.Helper()
	out, err := exec.Command(s.script, command, s.folder).Output()
	if err != nil {
		var stderr []byte
		if e, ok := err.(*exec.ExitError); ok {
			stderr = e.Stderr
		}
		t.Fatalf("%s %s: %v\n%s", s.script, command, err, stderr)
	}
	if command == "start" {
		t.Cleanup(func() { s.run(t, "stop") })
	}
	return string(out)
}
