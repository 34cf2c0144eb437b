package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"

	"github.com/jackc/pgx/v5/pgconn"

	"reglament/corpus/tables"
)

// reasons are PostgreSQL's error codes that a person can act on, or their classes, the
// first two characters.
var reasons = map[string]string{
	"3D000": "the corpus %s cannot be opened: the server has no such database",
	"28":    "the corpus %s cannot be opened: the server does not accept this user or password",
	"42501": "the corpus %s cannot be written: this user has not the right to",
	"25006": "the corpus %s cannot be written: this run, or the database, allows reading only",
	"53100": "the corpus %s cannot be written: the server's disk is full",
	"53300": "the corpus %s cannot be opened: the server has too many connections",
	"53":    "the corpus %s cannot be read or written: the server has not enough memory or disk",
	"55P03": "the corpus %s is locked by another process: try again when it has finished",
	"57P":   "the corpus %s cannot be reached: the server was stopped or is starting; try again when it runs",
	"57014": "the corpus %s: the server cancelled the work",
	"58":    "the corpus %s cannot be read or written: the server's disk or file system fails",
	"XX001": "the corpus %s is damaged: restore the database from a copy",
	"XX002": "the corpus %s has a damaged index: an administrator can make it anew with REINDEX",
}

// Fault implements tables.Database: one sentence with the database's address.
func (d database) Fault(doing string, err error) error {
	if tables.Told(err) {
		return err
	}
	var e *pgconn.PgError
	if errors.As(err, &e) {
		for _, n := range []int{5, 3, 2} {
			if sentence, ok := reasons[e.Code[:min(n, len(e.Code))]]; ok {
				return &tables.Fault{Message: fmt.Sprintf(sentence, d.name), Err: err}
			}
		}
		return &tables.Fault{Message: fmt.Sprintf("the corpus %s: %s failed: %s (%s)", d.name, doing, e.Message, e.Code), Err: err}
	}
	if errors.Is(err, context.Canceled) {
		return &tables.Fault{Message: fmt.Sprintf("the corpus %s: %s was interrupted", d.name, doing), Err: err}
	}
	if lost(err) {
		return &tables.Fault{Message: fmt.Sprintf("the corpus %s cannot be reached: no server answers there, or the connection was lost", d.name), Err: err}
	}
	return &tables.Fault{Message: fmt.Sprintf("the corpus %s: %s failed: %v", d.name, doing, err), Err: err}
}

// lost tells an error of the connection from one that the server told.
func lost(err error) bool {
	var connect *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connect) || errors.As(err, &network) || pgconn.Timeout(err) || pgconn.SafeToRetry(err) ||
		errors.Is(err, net.ErrClosed) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// Unreachable reports whether an error says that the database could not be reached: the
// same work may succeed later.
func Unreachable(err error) bool {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code[:2] == "57" && e.Code != "57014" || e.Code[:2] == "08" || e.Code[:2] == "53"
	}
	return err != nil && lost(err)
}

// again reports whether a transaction that failed may succeed at once: it lost against
// another (serialization failure, deadlock, a row that another made first), or it had a
// connection that was dead before anything was sent over it.
func again(err error) bool {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code == "40001" || e.Code == "40P01" || e.Code == "23505"
	}
	return err != nil && pgconn.SafeToRetry(err)
}
