package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"reglament/cmd/reglament/view"
	"reglament/compare"
	"reglament/compare/catalogue"
	"reglament/corpus"
	"reglament/model"
)

// servicesFlag is --services: a file that extends the catalogue of services.
func servicesFlag(cmd *cobra.Command) func() (*catalogue.Catalogue, error) {
	var path string
	cmd.Flags().StringVar(&path, "services", "", "a YAML `file` with more services, of the form that `reglament services --format yaml` prints")
	return func() (*catalogue.Catalogue, error) {
		if path == "" {
			return catalogue.Builtin(), nil
		}
		f, err := os.Open(path)
		if err != nil {
			return nil, fault(path, err)
		}
		defer f.Close()
		return catalogue.Builtin().Extend(displayName(path), f)
	}
}

// otherwiseNamed says in the help of --service what sameService finds.
const otherwiseNamed = "or of the service that has this name in the other language, or had or got it when it was renamed, or that has this code, see `reglament services`"

// sameService are all names of the service that a catalogue knows by this name or code, in
// both languages, and those it had before it was renamed or got then; none where it knows none.
func sameService(known *catalogue.Catalogue, name string) corpus.Names {
	s := known.Find(name)
	if s == nil {
		s = known.Service(name)
	}
	if s == nil {
		return ""
	}
	var names []string
	for _, o := range known.Services() {
		if r := known.Relate(s, o); r == catalogue.Same || r == catalogue.Renamed {
			names = slices.Concat(names, o.Names(model.Kazakh), o.Names(model.Russian))
		}
	}
	return corpus.NamesOf(names...)
}

func servicesCommand(s streams) *cobra.Command {
	format := choose("text", "json", "yaml")
	var output string
	cmd := &cobra.Command{
		Use:   "services [flags] [NAME…]",
		Short: "List the services that are known: codes, names in both languages, renamings",
		Long: `Services lists the catalogue by which regulations of one service are recognised: its
code, its names in Kazakh and Russian, and which service was renamed into or split from
which. With names, it says which service each of them stands for and how sure that is.`,
		Example: `  reglament services
  reglament services "Регистрация лиц, ищущих работу" "Оралман мәртебесін беру"`,
	}
	extended := servicesFlag(cmd)
	cmd.Flags().Var(format, "format", "text, json, or yaml for a file of one's own")
	outputFlag(cmd, &output)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		services, err := extended()
		if err != nil {
			return err
		}
		return writeOutput(s, output, func(w io.Writer) error {
			if len(args) > 0 {
				return writeIdentities(w, services, args, format.value)
			}
			switch format.value {
			case "json":
				return model.NewIndentedEncoder(w).Encode(services.Services())
			case "yaml":
				return services.WriteYAML(w)
			}
			return writeServices(w, services)
		})
	}
	return cmd
}

func writeServices(w io.Writer, services *catalogue.Catalogue) error {
	for i, s := range services.Services() {
		if i > 0 {
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
		if err := writeService(w, services, s); err != nil {
			return err
		}
	}
	return nil
}

func writeService(w io.Writer, services *catalogue.Catalogue, s *catalogue.Service) error {
	lines := [][2]string{{"", s.Code}}
	for _, l := range []model.Language{model.Kazakh, model.Russian} {
		for i, n := range s.Names(l) {
			lead := string(l)
			if i > 0 {
				lead = "also"
			}
			lines = append(lines, [2]string{lead, n})
		}
	}
	if s.RenamedFrom != "" {
		lines = append(lines, [2]string{"was", s.RenamedFrom})
	}
	if s.SplitFrom != "" {
		lines = append(lines, [2]string{"from", "split off from " + s.SplitFrom})
	}
	renamed, split := services.Successors(s)
	for _, o := range renamed {
		lines = append(lines, [2]string{"now", o.Code})
	}
	for _, o := range split {
		lines = append(lines, [2]string{"part", o.Code})
	}
	for _, l := range lines {
		lead := ""
		if l[0] != "" {
			lead = fmt.Sprintf("  %-6s", l[0])
		}
		if _, err := fmt.Fprintln(w, view.Wrapped(lead, l[1], width(w))); err != nil {
			return err
		}
	}
	return nil
}

// identity is which service a name stands for.
type identity struct {
	Name  string  `json:"name"`
	Code  string  `json:"code"` // empty where no service is alike
	Score float64 `json:"score"`
}

func writeIdentities(w io.Writer, services *catalogue.Catalogue, names []string, format string) error {
	with := compare.With{Services: services}
	list := []identity{}
	for _, n := range names {
		found := with.Identify(n, model.Kazakh)
		if ru := with.Identify(n, model.Russian); ru.Score > found.Score {
			found = ru
		}
		one := identity{Name: n, Score: found.Score}
		if found.Service != nil {
			one.Code = found.Service.Code
		}
		list = append(list, one)
	}
	if format == "json" {
		return model.NewIndentedEncoder(w).Encode(list)
	}
	for i, one := range list {
		if one.Code == "" {
			if _, err := fmt.Fprintf(w, "“%s” is like no service of the catalogue\n", one.Name); err != nil {
				return err
			}
			continue
		}
		sure := "in the catalogue"
		if one.Score < 1 {
			sure = fmt.Sprintf("by likeness, %.2f", one.Score)
		}
		if _, err := fmt.Fprintf(w, "“%s” is %s (%s)\n", names[i], one.Code, sure); err != nil {
			return err
		}
		if err := writeService(w, services, services.Service(one.Code)); err != nil {
			return err
		}
	}
	return nil
}
