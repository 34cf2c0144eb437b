package main

import (
	"io"

	"github.com/spf13/cobra"
)

func textCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "text FILE",
		Short: "Print the canonical text that spans point into",
		Long: `Text prints the canonical text of an act, one paragraph a line. The spans of every
other command are byte offsets into it.`,
		Example: `  reglament text reglament-demo/acts/6-karaganda-2017-53-02.ru.md
  reglament text - < reglament-demo/acts/1-kostanay-2016-91.kk.txt`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			result, err := read(files[0], s.in)
			if err != nil {
				return err
			}
			_, err = io.WriteString(s.out, result.Text)
			return err
		},
	}
}
