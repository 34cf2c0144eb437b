// Command reglament reads Kazakhstan's regulations of public services, keeps them in a
// corpus, compares them and exports data and workflow definitions.
//
// Standard output is the answer and nothing else; exit.go says what the exit statuses mean.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
