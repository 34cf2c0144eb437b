package main

import (
	"io"
	"path/filepath"

	"github.com/spf13/cobra"
)

func textCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "text [flags] FILE",
		Short: "Print the canonical text that spans point into",
		Long: `Text prints the canonical text of an act, one paragraph a line. The spans of every
other command are byte offsets into it.`,
		Example: `  reglament text reglament-demo/acts/6-karaganda-2017-53-02.ru.md
  reglament text - < reglament-demo/acts/1-kostanay-2016-91.kk.txt`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			data, err := load(files[0], s.in)
			if err != nil {
				return err
			}
			text, err := defaultLimits().reader().Source.Read(cmd.Context(), filepath.Base(files[0]), data)
			if err != nil {
				return fault(files[0], err)
			}
			_, err = io.WriteString(s.out, text.Canonical)
			return err
		},
	}
}
