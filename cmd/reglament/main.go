// Command reglament reads Kazakhstan's regulations of public services, keeps them in a
// corpus, compares them and exports data and workflow definitions.
//
// Standard output is the answer and nothing else; exit.go says what the exit statuses mean.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"reglament/cmd/reglament/pdfprocess"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == pdfprocess.Command {
		os.Exit(pdfprocess.Serve(os.Args[2:], os.Stdin, os.Stdout))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
