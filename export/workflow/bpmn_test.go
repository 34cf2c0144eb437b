package workflow

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reglament/model"
	"reglament/testdata/needs"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden holds what is written against the file of testdata with the name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what is written now; read the difference, then -update", name)
	}
}

func bpmn(t testing.TB, d *Definition) []byte {
	t.Helper()
	return written(t, d, Plain)
}

func TestGolden(t *testing.T) {
	for _, c := range []model.Channel{model.ChannelOffice, model.ChannelPortal, model.ChannelCorporation} {
		t.Run(string(c), func(t *testing.T) {
			d := channel(c)
			golden(t, d.FileName(), bpmn(t, d))
		})
	}
}

func TestTheSameBytesEveryTime(t *testing.T) {
	first, second := built(), built()
	for i := range first {
		if !bytes.Equal(bpmn(t, &first[i]), bpmn(t, &second[i])) {
			t.Errorf("%s differs from run to run", first[i].FileName())
		}
	}
}

// The schema of the OMG is not ours to ship. REGLAMENT_BPMN_XSD names the folder that
// holds BPMN20.xsd, for example resources/bpmn/xsd of the npm package bpmn-moddle.
func TestSchemaOfTheOMG(t *testing.T) {
	folder := needs.Variable(t, "REGLAMENT_BPMN_XSD", "the folder with BPMN20.xsd")
	xmllint := needs.Program(t, "xmllint", "libxml2-utils")
	dir := t.TempDir()
	args := []string{"--nonet", "--noout", "--schema", filepath.Join(folder, "BPMN20.xsd")}
	for _, d := range built() {
		name := filepath.Join(dir, d.FileName())
		if err := os.WriteFile(name, bpmn(t, &d), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if out, err := exec.Command(xmllint, args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// element is any element of a written file.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all collects the elements of a name, at any depth.
func (e element) all(name string) []element {
	var out []element
	if e.XMLName.Local == name {
		out = append(out, e)
	}
	for _, c := range e.Children {
		out = append(out, c.all(name)...)
	}
	return out
}

func parsed(t *testing.T, d *Definition) element {
	t.Helper()
	var root element
	if err := xml.Unmarshal(bpmn(t, d), &root); err != nil {
		t.Fatal(err)
	}
	return root
}

func TestWhatARunningEngineReads(t *testing.T) {
	root := parsed(t, channel(model.ChannelOffice))
	if p := root.all("process"); len(p) != 1 || p[0].attr("isExecutable") != "true" || p[0].attr("id") != "Process_kz_11_2017_03_14_a_3_101_2_office" {
		t.Errorf("processes: %+v", p)
	}
	if s := root.all("startEvent"); len(s) != 1 {
		t.Errorf("%d start events", len(s))
	}
	gates := root.all("exclusiveGateway")
	if len(gates) != 1 || gates[0].attr("default") == "" {
		t.Fatalf("gateways: %+v", gates)
	}
	var conditions, iso []string
	for _, f := range root.all("conditionExpression") {
		conditions = append(conditions, f.Text)
	}
	same(t, conditions, []string{"office_refusal_3 = true"})
	for _, f := range root.all("timeDuration") {
		iso = append(iso, strings.TrimSpace(f.Text+" "+f.attr("approximate")))
	}
	same(t, iso, []string{"PT30M", "PT1H", "P3D true"})
	for _, b := range root.all("boundaryEvent") {
		if b.attr("cancelActivity") != "false" {
			t.Errorf("timer %s interrupts the task", b.attr("id"))
		}
	}
	calls := parsed(t, channel(model.ChannelPortal)).all("callActivity")
	if len(calls) != 1 || calls[0].attr("calledElement") != root.all("process")[0].attr("id") {
		t.Errorf("calls: %+v", calls)
	}
}

func TestWhatALawyerReads(t *testing.T) {
	d := channel(model.ChannelPortal)
	sentences := map[string]string{}
	for _, e := range parsed(t, d).all("userTask") {
		source := e.all("source")[0]
		if source.attr("act") != actKey || source.attr("point") != "11" || source.attr("end") == "0" {
			t.Errorf("the source of %s is %+v", e.attr("id"), source)
		}
		sentences[source.attr("label")] = e.all("documentation")[0].Text
	}
	if got, want := sentences["3-процесс"], `3-процесс – көрсетілетін қызметті алушы "Ара шаруашылығы" <қызметін> таңдайды`; got != want {
		t.Errorf("the sentence came back as %q", got)
	}
	office := parsed(t, channel(model.ChannelOffice))
	var texts []string
	for _, e := range office.all("userTask") {
		for _, duration := range e.all("duration") {
			texts = append(texts, duration.attr("value")+" "+duration.attr("unit")+" "+duration.attr("text"))
		}
	}
	same(t, texts, []string{"30 minute 30 минут", "1 hour 1 сағат", "3 working_day 3 жұмыс күні"})
}

func TestEverythingIsDrawn(t *testing.T) {
	for _, d := range built() {
		root := parsed(t, &d)
		drawn := map[string]bool{}
		for _, name := range []string{"BPMNShape", "BPMNEdge"} {
			for _, e := range root.all(name) {
				drawn[e.attr("bpmnElement")] = true
			}
		}
		for _, n := range d.Nodes {
			if !drawn[n.ID] {
				t.Errorf("%s: node %s is not drawn", d.FileName(), n.ID)
			}
		}
		for _, f := range d.Flows {
			if !drawn[f.ID] {
				t.Errorf("%s: flow %s is not drawn", d.FileName(), f.ID)
			}
		}
	}
}

// full is a disk without room.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestAFullDisk(t *testing.T) {
	for _, room := range []int{0, 100} {
		err := WriteBPMN(&full{room}, channel(model.ChannelOffice), Plain)
		if !errors.Is(err, errFull) || !strings.Contains(err.Error(), "2-office.bpmn") {
			t.Errorf("got %v", err)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	in := Input{ActKey: actKey, Regulation: bees(), Language: model.Kazakh}
	for b.Loop() {
		Build(in)
	}
}

func BenchmarkWriteBPMN(b *testing.B) {
	d := channel(model.ChannelPortal)
	for b.Loop() {
		if err := WriteBPMN(io.Discard, d, Plain); err != nil {
			b.Fatal(err)
		}
	}
}
