package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"reglament/corpus"
	"reglament/export/calendar"
	"reglament/export/workflow/schedule"
	"reglament/model"
	"reglament/model/phrase"
)

func simulateCommand(s streams) *cobra.Command {
	format := choose("text", "json")
	var start, days, hours string
	cmd := &cobra.Command{
		Use:   "simulate --start TIME [flags] SIDE",
		Short: "Say when each step and the whole service falls due",
		Long: `Simulate reckons by the working calendar of Kazakhstan when each step of a procedure
falls due if every step takes all the time that it has, and whether the stated limit of
the service holds. Checks are passed. A step without a term takes no time and is counted;
with such steps, a limit can be broken for certain, but not kept. The text does not say
whether several terms of a step are of its parts or of different cases: it is due between
the end of the longest and of all of them one after the other.

Minutes and hours are working time; days begin on the day after the start and end with
the working hours. A holiday on a weekend gives the next working day off; transfers of
days off are built in for 2014 to 2026. --calendar adds a file of the same form (see
export/calendar/kazakhstan.json): days_off, transfers, holidays, and the years from and to
that it knows.`,
		Example: `  reglament simulate --start 2018-03-05T10:00 reglament-demo/acts/1-kostanay-2016-91.kk.txt
  reglament simulate --start 2018-03-05T10:00 --hours 09:00-18:00 --format json --corpus reglament-demo/reglament.db 'KZ-39/2016-03-10/91#1'`,
		Args: cobra.ExactArgs(1),
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(format, "format", "text or json")
	cmd.Flags().StringVar(&start, "start", "", "when the procedure begins, as `YYYY-MM-DDTHH:MM`")
	cmd.Flags().StringVar(&days, "calendar", "", "read more days off from this `file`")
	cmd.Flags().StringVar(&hours, "hours", calendar.Usual.String(), "working `hours`, with or without lunch")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if start == "" {
			return &usageError{"--start is missing: when does the procedure begin?"}
		}
		begin, err := time.Parse(schedule.Clock, start)
		if err != nil {
			return &usageError{fmt.Sprintf("--start %q is no time like 2018-03-05T10:00", start)}
		}
		c, err := workingCalendar(days, hours)
		if err != nil {
			return err
		}
		selected, err := at.selectArgs(cmd.Context(), s, args, lang)
		if err != nil {
			return err
		}
		schedules, err := schedulesOf(selected[0], c, begin)
		if err != nil {
			return err
		}
		if format.value == "json" {
			return model.NewIndentedEncoder(s.out).Encode(schedules)
		}
		return writeSchedules(s.out, schedules)
	}
	return cmd
}

// workingCalendar is the built-in calendar with the days off of a file, if one is named.
func workingCalendar(file, hours string) (*calendar.Calendar, error) {
	h, err := calendar.ParseHours(hours)
	if err != nil {
		return nil, &usageError{"--hours: " + err.Error()}
	}
	days := calendar.Kazakhstan()
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return nil, fault(file, err)
		}
		defer f.Close()
		own, err := calendar.Read(f)
		if err != nil {
			return nil, fault(file, err)
		}
		days = days.Extend(own)
	}
	return calendar.New(days, h), nil
}

// schedulesOf reckons every procedure of what a side names.
func schedulesOf(selected []corpus.Selected, c *calendar.Calendar, start time.Time) (model.List[*schedule.Schedule], error) {
	var out model.List[*schedule.Schedule]
	for _, one := range selected {
		definitions := define(one)
		for i := range definitions {
			if definitions[i].Watches != "" {
				continue
			}
			s, err := schedule.Of(&definitions[i], definitions, c, start)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", one.Label, err)
			}
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s describes no procedure", selected[0].Label)
	}
	return out, nil
}

// writeSchedules writes schedules for reading.
func writeSchedules(w io.Writer, list []*schedule.Schedule) error {
	for i, s := range list {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, s.Name)
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "  begins\tdue\tterm\tstep")
		for _, step := range s.Steps {
			due, term := "–", "–"
			if step.Due != "" {
				due = between(step.Due, step.Latest)
			}
			var terms []string
			for _, d := range step.Terms {
				terms = append(terms, strings.TrimSpace(d.Text))
			}
			if len(terms) > 0 {
				term = strings.Join(terms, "; ")
			}
			indent := ""
			if step.Definition != s.Definition {
				indent = "  "
			}
			fmt.Fprintf(table, "  %s\t%s\t%s\t%s%s: %s\n", spaced(step.Begins), due, term, indent, step.Actor, step.Name)
		}
		if err := table.Flush(); err != nil {
			return err
		}
		fmt.Fprintf(w, "  the procedure is due by %s", spaced(s.Due))
		if s.Latest != "" {
			fmt.Fprintf(w, ", at the latest by %s", spaced(s.Latest))
		}
		if s.Untimed > 0 {
			fmt.Fprintf(w, ", without %s that no term is given for", phrase.English.T("n.steps", s.Untimed))
		}
		fmt.Fprintln(w)
		switch {
		case s.Limit == nil:
			fmt.Fprintln(w, "  the act states no limit for the whole service")
		case s.Limit.Holds == nil:
			fmt.Fprintf(w, "  whether the limit of %s holds cannot be told: it ends %s\n", s.Limit.Duration.Text, spaced(s.Limit.Due))
		case *s.Limit.Holds:
			fmt.Fprintf(w, "  the limit of %s holds: it ends %s\n", s.Limit.Duration.Text, spaced(s.Limit.Due))
		default:
			fmt.Fprintf(w, "  the limit of %s does NOT hold: it ends %s\n", s.Limit.Duration.Text, spaced(s.Limit.Due))
		}
		if len(s.UnknownYears) > 0 {
			fmt.Fprintf(w, "  not known are the transfers of days off in %s\n", strings.Trim(fmt.Sprint([]int(s.UnknownYears)), "[]"))
		}
	}
	return nil
}

// between is when something is due: where terms leave it open, from when to when.
func between(due, latest model.Text) string {
	if latest == "" {
		return spaced(due)
	}
	return spaced(due) + " to " + spaced(latest)
}

func spaced(clock model.Text) string { return strings.Replace(string(clock), "T", " ", 1) }
