package main

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// streams are the three streams of a run.
type streams struct {
	in  io.Reader
	out io.Writer // the answer
	err io.Writer // everything else
}

// run executes one command line and returns its exit status. Cancelling ctx stops the
// command; what it has stored stays.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot(streams{stdin, stdout, stderr})
	started := false
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		err := cmd.ValidateFlagGroups() // cobra does it later, when wrong usage looks like a failure
		started = err == nil
		return err
	}
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	return status(err, started, cmd.CommandPath(), stderr)
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "reglament",
		Short: "Read, compare and export Kazakhstan's regulations of public services",
		Long: `Reglament reads regulations of public services (acts of akimats, in Kazakh and
Russian), extracts who does what in how long, keeps the acts in a corpus, compares
them and exports data and workflow definitions.

A SIDE is a file, a portal id, or an act's key (KZ-39/2016-03-10/91), each of them
alone or with #N (the N-th regulation) or #"service name", and with @DATE for the
text in force on that date. A service has many names, in both languages and from before
and after it was renamed; each of them will do, or its code (see reglament services).`,
		Example: `  reglament demo
  reglament parse reglament-demo/acts/1-kostanay-2016-91.kk.txt`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	for _, command := range []func(streams) *cobra.Command{
		parseCommand, textCommand, schemaCommand, ingestCommand, fetchCommand, workerCommand, listCommand, showCommand, searchCommand,
		historyCommand, statusCommand, graphCommand, serveCommand,
		compareCommand, servicesCommand, auditCommand, exportCommand, simulateCommand, demoCommand,
	} {
		root.AddCommand(command(s))
	}
	sayUse(root)
	root.InitDefaultHelpCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil {
		help.Example = "  reglament help parse"
		help.Args = func(_ *cobra.Command, topic []string) error { // else an unknown one is no error
			_, _, err := root.Find(topic)
			return err
		}
	}
	return root
}

// sayUse lets every command below cmd answer a wrong number of arguments with how it is used.
func sayUse(cmd *cobra.Command) {
	for _, c := range cmd.Commands() {
		sayUse(c)
	}
	if counts := cmd.Args; counts != nil && !cmd.HasSubCommands() {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			if counts(cmd, args) == nil {
				return nil
			}
			given := "no argument is given"
			if len(args) > 0 {
				given = fmt.Sprintf("the arguments are %q", args)
			}
			return fmt.Errorf("%s; it is used as %s", given, cmd.UseLine())
		}
	}
}

// version is what the Go toolchain recorded about the build: the module's version, or
// the commit of a build from a checkout.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v, revision, modified := info.Main.Version, "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = ", modified"
		}
	}
	if revision == "" {
		return v
	}
	return fmt.Sprintf("%s (%s%s)", v, revision, modified)
}
