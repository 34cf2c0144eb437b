package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/view"
	"reglament/compare/catalogue"
	"reglament/corpus"
	"reglament/corpus/life"
	"reglament/export/report"
	"reglament/model"
	"reglament/model/phrase"
)

func statusCommand(s streams) *cobra.Command {
	format := choose("text", "json", "csv")
	var on day
	var service string
	var text bool
	cmd := &cobra.Command{
		Use:   "status [flags] [SIDE…]",
		Short: "Tell what was in force on a date",
		Long: `Status tells of acts how they stood on a date: of the acts that are named, of a region,
of all acts that regulate a service, or of the whole corpus. A state is presumed where
the day on which a rule took effect is not known; the reason says what is missing. An
act that was registered has no force before that day, nor before the days of its entry
clause are over, unless its text names the day.

With --text, the regulations of one act are printed as they read on the date: the text
known by then, with the orders of later amending acts applied. What cannot be applied
with certainty is left as it was and listed on standard error, and so is an amendment
that is taken to count although the day is not known from which it does.`,
		Example: `  reglament status --corpus reglament-demo/reglament.db --on 2018-01-01 KZ-39/2016-03-10/91
  reglament status --corpus reglament-demo/reglament.db --on 2018-01-01 --service 'анықтама беру'
  reglament status --corpus reglament-demo/reglament.db --on 2018-01-01 --text 'KZ-39/2016-03-10/91#2'`,
	}
	at := corpusFlag(cmd)
	lang := languageFlag(cmd)
	cmd.Flags().Var(format, "format", "text, json or csv")
	cmd.Flags().Var(&on, "on", "the `date`, YYYY-MM-DD (default today)")
	region := regionFlag(cmd)
	cmd.Flags().StringVar(&service, "service", "", "only acts with a service that has this in its `name`, "+otherwiseNamed)
	cmd.Flags().BoolVar(&text, "text", false, "print the regulations of one act as they read on the date (text or json)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		sides, err := parseSides(args, "")
		if err != nil {
			return err
		}
		on, err := dayOf(on.value, sides)
		if err != nil {
			return err
		}
		switch {
		case text && len(sides) != 1:
			return &usageError{"--text prints the regulations of one act: name it"}
		case text && format.value == "csv":
			return &usageError{"--text prints text or json"}
		case lang.value != "" && !text:
			return &usageError{"--lang is the language of --text: the state of an act is that of all its texts"}
		case len(sides) > 0 && (region.value != "" || service != ""):
			return &usageError{"name acts, or choose them with --region and --service, not both"}
		}
		ctx := cmd.Context()
		store, archive, err := at.lives(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		var acts []named
		for _, side := range sides {
			side.Date = "" // which act it names does not depend on the day
			one, err := actOf(ctx, s, store, archive, side)
			if err != nil {
				return err
			}
			acts = append(acts, one)
		}
		switch {
		case text:
			return statusOfText(ctx, s, archive, acts[0], on, model.Language(lang.value), format.value)
		case service != "":
			return statusOfService(ctx, s, archive, service, model.Region(region.value), on, format.value)
		case len(acts) > 0:
			return statusOfActs(ctx, s, archive, acts, on, format.value)
		}
		return statusOfRegion(ctx, s, archive, model.Region(region.value), on, format.value)
	}
	return cmd
}

// statusOfActs tells how the named acts stood on a day.
func statusOfActs(ctx context.Context, s streams, archive *life.Archive, acts []named, on model.Date, format string) error {
	standings := make([]life.Standing, 0, len(acts))
	for _, one := range acts {
		l, err := archive.Life(ctx, one.key)
		if err != nil {
			return err
		}
		standings = append(standings, l.On(on))
	}
	return printStandings(s, format, standings, on)
}

// statusOfRegion tells how the acts of a region, or of all regions, stood on a day by which
// they were adopted.
func statusOfRegion(ctx context.Context, s streams, archive *life.Archive, region model.Region, on model.Date, format string) error {
	var standings []life.Standing
	for _, a := range archive.Acts() {
		if region != "" && a.Region != region {
			continue
		}
		l, err := archive.Life(ctx, a.Key)
		if err != nil {
			return err
		}
		if standing := l.On(on); standing.State != life.NotAdopted {
			standings = append(standings, standing)
		}
	}
	return printStandings(s, format, standings, on)
}

// dayOf is the day that is asked for: --on, the @DATE of the sides, or today.
func dayOf(on model.Date, sides []corpus.Side) (model.Date, error) {
	for _, side := range sides {
		switch {
		case side.Date == "":
		case on == "":
			on = side.Date
		case on != side.Date:
			return "", &usageError{fmt.Sprintf("%s asks for another day than %s", side.Text, on)}
		}
	}
	if on == "" {
		on = model.Date(time.Now().Format(time.DateOnly))
	}
	return on, nil
}

// statusOfText prints regulations as they read on a day, in the language that is asked
// for or else in the first in which there is a text.
func statusOfText(ctx context.Context, s streams, archive *life.Archive, one named, day model.Date, lang model.Language, format string) error {
	languages := []model.Language{lang}
	if lang == "" {
		languages = []model.Language{model.Kazakh, model.Russian}
	}
	var text *life.Text
	var missing []error // a language each
	for _, l := range languages {
		found, err := archive.On(ctx, one.key, day, l)
		if errors.Is(err, corpus.ErrNotFound) {
			missing = append(missing, err)
			continue
		}
		if err != nil {
			return err
		}
		text = found
		break
	}
	if text == nil {
		return missing[0]
	}
	if one.service != "" {
		of, err := text.Of(one.service)
		if err != nil {
			return err
		}
		text = of
	}
	for _, step := range text.Unapplied {
		fmt.Fprintln(s.err, "not applied:", step)
	}
	for _, step := range text.Applied {
		if step.Reason != "" {
			fmt.Fprintln(s.err, "warning:", step)
		}
	}
	if format == "json" {
		return model.NewIndentedEncoder(s.out).Encode(text)
	}
	_, err := text.WriteTo(s.out)
	return err
}

func printStandings(s streams, format string, all []life.Standing, on model.Date) error {
	fmt.Fprintf(s.err, "%s on %s\n", phrase.English.T("n.acts", len(all)), on)
	switch format {
	case "json":
		return model.NewIndentedEncoder(s.out).Encode(model.List[life.Standing](all))
	case "csv":
		out := report.NewCSV(s.out)
		out.Write([]string{"act_key", "state", "since", "by", "stub", "reason", "title"})
		for _, x := range all {
			out.Write([]string{x.Key, string(x.State), string(x.Since), x.By, fmt.Sprint(x.Stub), x.Reason, string(x.Title)})
		}
		return out.Close()
	}
	rows := make([][]string, 0, len(all))
	for _, x := range all {
		rows = append(rows, []string{x.Key, string(x.State), x.Reason, string(x.Title)})
	}
	_, err := fmt.Fprintln(s.out, view.Table([]string{"key", "state", "reason", "title"}, rows, width(s.out)))
	return err
}

// statusOfService tells how the regulations of a service stood on a day.
func statusOfService(ctx context.Context, s streams, archive *life.Archive, service string, region model.Region, on model.Date, format string) error {
	all, err := archive.Service(ctx, service, sameService(catalogue.Builtin(), service), region, on)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.err, "%s on %s\n", phrase.English.T("n.regulations", len(all)), on)
	switch format {
	case "json":
		return model.NewIndentedEncoder(s.out).Encode(model.List[life.ServiceStanding](all))
	case "csv":
		out := report.NewCSV(s.out)
		out.Write([]string{"act_key", "service", "language", "state", "since", "by", "wording", "wording_since", "open", "reason"})
		for _, x := range all {
			out.Write([]string{
				x.Key, x.Service, string(x.Language), string(x.State), string(x.Standing.Since), x.By, x.Wording, string(x.Since),
				strings.Join(x.Open, " | "), x.Reason,
			})
		}
		return out.Close()
	}
	rows := make([][]string, 0, len(all))
	for _, x := range all {
		wording := x.Wording
		if wording == x.Key {
			wording = "as adopted"
		}
		rows = append(rows, []string{x.Key, string(x.State), wording, string(x.Language), x.Service, strings.Join(append([]string{x.Reason}, x.Open...), "; ")})
	}
	_, err = fmt.Fprintln(s.out, view.Table([]string{"key", "state", "wording of", "lang", "service", "reason"}, rows, width(s.out)))
	return err
}
