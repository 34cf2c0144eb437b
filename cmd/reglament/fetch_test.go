package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reglament/corpus"
	"reglament/corpus/portal/portaltest"
	"reglament/model"
)

// inPortal changes to a new folder and starts a portal; fetch calls the command with the
// arguments that lead it there.
func inPortal(t *testing.T, fake *portaltest.Portal) (fetch func(args ...string) answer) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv(contactVariable, "")
	server := portaltest.Start(fake)
	t.Cleanup(server.Close)
	return func(args ...string) answer {
		t.Helper()
		return command(t, "", append([]string{"fetch", "--host", server.URL, "--delay", "0s", "--cache", "pages"}, args...)...)
	}
}

func TestFetch(t *testing.T) {
	fake := &portaltest.Portal{}
	fetch := inPortal(t, fake)
	a := fetch("--contact", "analyst@example.org", "--history", "--info", "https://adilet.zan.kz/kaz/docs/"+portaltest.Act, portaltest.Act)
	if a.status != exitDone || a.out != "" || !strings.Contains(a.errors, "read 2: stored 1, new languages 1, new editions 0") {
		t.Fatalf("status %d, %s", a.status, a.errors)
	}
	acts := decode[[]corpus.ActSummary](t, succeed(t, "list", "--format", "json"))
	if len(acts) != 1 || acts[0].Key != "KZ-39/2016-03-10/91" || acts[0].ID != portaltest.Act || len(acts[0].Languages) != 2 || acts[0].Status != model.InForce {
		t.Errorf("stored %+v", acts)
	}
	if n := len(fake.Asked()); n != 6 {
		t.Errorf("%d pages were asked for, want text, card and history in two languages", n)
	}
	for _, r := range fake.Asked() {
		if !strings.Contains(r.Agent, "+analyst@example.org") {
			t.Errorf("the agent %q has no contact", r.Agent)
		}
	}
	if files, _ := filepath.Glob("pages/" + portaltest.Act + "/*/*.html"); len(files) != 6 {
		t.Errorf("kept %q", files)
	}

	// The second run asks for nothing and changes nothing.
	a = fetch("--history", "--info", portaltest.Act)
	if a.status != exitDone || !strings.Contains(a.errors, "unchanged 2") || len(fake.Asked()) != 6 {
		t.Errorf("again: status %d, %s, %d requests", a.status, a.errors, len(fake.Asked()))
	}
	a = fetch("--editions", "--lang", "ru", portaltest.Act)
	if a.status != exitDone || !strings.Contains(a.errors, "read 2: stored 0, new languages 0, new editions 1, new forms 0, reread 0, unchanged 1") || len(fake.Asked()) != 7 {
		t.Errorf("former texts: status %d, %s, %d requests", a.status, a.errors, len(fake.Asked()))
	}
}

func TestFetchDryRun(t *testing.T) {
	fake := &portaltest.Portal{}
	fetch := inPortal(t, fake)
	if a := fetch("--lang", "ru", portaltest.Old); a.status != exitDone {
		t.Fatal(a.errors)
	}
	n := len(fake.Asked())
	a := fetch("--dry-run", "--lang", "ru", "--info", portaltest.Old, "--corpus", "none.db")
	lines := strings.Split(a.out, "\n")
	if a.status != exitDone || len(lines) != 3 || !strings.HasPrefix(lines[0], "kept "+filepath.Join("pages", portaltest.Old, "rus", "text.")) ||
		!strings.HasPrefix(lines[1], "ask http://127.0.0.1:") || !strings.HasSuffix(lines[1], "/rus/docs/"+portaltest.Old+"/info") {
		t.Errorf("status %d, %q, %s", a.status, a.out, a.errors)
	}
	if len(fake.Asked()) != n {
		t.Error("a dry run asked")
	}
	if _, err := os.Stat("none.db"); err == nil {
		t.Error("a dry run made a corpus")
	}
}

func TestFetchTellsWhatFailed(t *testing.T) {
	fake := &portaltest.Portal{Trouble: map[string][]http.HandlerFunc{
		"/rus/docs/" + portaltest.Act: {portaltest.Gateway, portaltest.Cut},
		"/kaz/docs/" + portaltest.Act: {portaltest.Shell},
	}}
	fetch := inPortal(t, fake)
	a := fetch(portaltest.Act, portaltest.Old)
	if a.status != exitPart {
		t.Errorf("status %d", a.status)
	}
	for _, says := range []string{
		"504 Gateway Timeout; asking again in ", "cut short", "read 4: stored 2,", "failed 2",
		"/kaz/docs/" + portaltest.Act + ": the new portal's page", "/kaz/docs/" + portaltest.Old + ": the portal has no such page",
		"2 of 4 inputs failed",
	} {
		if !strings.Contains(a.errors, says) {
			t.Errorf("no %q in\n%s", says, a.errors)
		}
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"6196"}, "6196 is no id of the portal"},
		{[]string{"https://example.org/rus/docs/V18L0006196"}, "not on the portal"},
		{[]string{"--lang", "en", portaltest.Act}, "it is one or more of kk, ru"},
		{[]string{"--host", "https://example.org", portaltest.Act}, "no host of the portal"},
		{[]string{"--host", "https://old.adilet.zan.kz", portaltest.Act}, "delay"},
		{[]string{"--host", "https://old.adilet.zan.kz", "--delay", "2s", portaltest.Act}, "--contact"},
		{[]string{"--contact", "a\nb", portaltest.Act}, "no contact address"},
	} {
		if a := fetch(append(c.args, "--cache", "other")...); a.status != exitUsage || !strings.Contains(a.errors, c.says) {
			t.Errorf("%q: status %d, %s", c.args, a.status, a.errors)
		}
	}
	if a := fetch("--extra-ca", "none.pem", portaltest.Act); a.status != exitFailed || !strings.Contains(a.errors, "none.pem: there is no such file") {
		t.Errorf("status %d, %s", a.status, a.errors)
	}
}
