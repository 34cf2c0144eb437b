package workflow

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"reglament/model"
)

// namespace of the elements and attributes that BPMN has no word for: where a thing
// stands in the act, and durations as the text gives them.
const namespace = "https://reglament.kz/ns/bpmn/1"

// feel is the expression language of the conditions (DMN 1.3, FEEL).
const feel = "https://www.omg.org/spec/DMN/20191111/FEEL/"

// WriteBPMN writes a definition as a BPMN 2.0 file for an engine: a collaboration with one
// pool, one executable process with its lanes, and the drawing. The same definition gives
// the same bytes. An error is one of w, or names an engine that is not known.
func WriteBPMN(w io.Writer, d *Definition, e Engine) error {
	in, err := dialectOf(e)
	if err != nil {
		return fmt.Errorf("write %s: %w", d.FileName(), err)
	}
	drawn := draw(d)
	doc := bpmnDefinitions{
		BPMN: "http://www.omg.org/spec/BPMN/20100524/MODEL", BPMNDI: "http://www.omg.org/spec/BPMN/20100524/DI",
		DC: "http://www.omg.org/spec/DD/20100524/DC", DI: "http://www.omg.org/spec/DD/20100524/DI",
		XSI: "http://www.w3.org/2001/XMLSchema-instance", Reglament: namespace,
		ID: "Definitions_" + xmlID(d.ID), Name: d.Name, Target: namespace, Expressions: in.expressions(), Exporter: "reglament",
		Attrs: in.definitions(),
		Collaboration: bpmnCollaboration{
			ID: "Collaboration_" + xmlID(d.ID),
			Participant: bpmnParticipant{
				ID: "Participant_" + xmlID(d.ID), Name: poolName(d, drawn.Pool.H), Process: ProcessID(d.ID),
				Documentation: d.Name,
			},
		},
		Process: bpmnProcessOf(d, in),
		Diagram: bpmnDiagramOf(d, drawn),
	}
	text, err := xml.MarshalIndent(doc, "", "  ")
	if err == nil {
		_, err = io.WriteString(w, xml.Header+string(text)+"\n")
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", d.FileName(), err)
	}
	return nil
}

// ProcessID is the ID of the BPMN process of a definition.
func ProcessID(id string) string { return "Process_" + xmlID(id) }

func xmlID(id string) string { return strings.ReplaceAll(id, "-", "_") }

// poolName fits the service and the channel into the two lines of a pool's height.
func poolName(d *Definition, height int) string {
	w := wordsOf(d.Language)
	tail := strings.Join(append([]string{w.channels[d.Channel]}, d.Variant...), " – ")
	room := max(MaxName, 2*(height-30)/laneChar-len([]rune(tail))-3)
	return cut(upperFirst(cut(d.Service, room, w))+" – "+tail, max(MaxName, 2*(height-30)/laneChar), w)
}

type bpmnDefinitions struct {
	XMLName       xml.Name   `xml:"bpmn:definitions"`
	BPMN          string     `xml:"xmlns:bpmn,attr"`
	BPMNDI        string     `xml:"xmlns:bpmndi,attr"`
	DC            string     `xml:"xmlns:dc,attr"`
	DI            string     `xml:"xmlns:di,attr"`
	XSI           string     `xml:"xmlns:xsi,attr"`
	Reglament     string     `xml:"xmlns:reglament,attr"`
	ID            string     `xml:"id,attr"`
	Name          string     `xml:"name,attr"`
	Target        string     `xml:"targetNamespace,attr"`
	Expressions   string     `xml:"expressionLanguage,attr,omitempty"`
	Exporter      string     `xml:"exporter,attr"`
	Attrs         []xml.Attr `xml:",any,attr"`
	Collaboration bpmnCollaboration
	Process       bpmnProcess
	Diagram       bpmnDiagram
}

type bpmnCollaboration struct {
	XMLName     xml.Name `xml:"bpmn:collaboration"`
	ID          string   `xml:"id,attr"`
	Participant bpmnParticipant
}

type bpmnParticipant struct {
	XMLName       xml.Name `xml:"bpmn:participant"`
	ID            string   `xml:"id,attr"`
	Name          string   `xml:"name,attr"`
	Process       string   `xml:"processRef,attr"`
	Documentation string   `xml:"bpmn:documentation,omitempty"`
}

type bpmnProcess struct {
	XMLName       xml.Name   `xml:"bpmn:process"`
	ID            string     `xml:"id,attr"`
	Name          string     `xml:"name,attr"`
	Executable    bool       `xml:"isExecutable,attr"`
	Attrs         []xml.Attr `xml:",any,attr"`
	Documentation string     `xml:"bpmn:documentation,omitempty"`
	Extensions    *bpmnExtensions
	Lanes         []bpmnLane `xml:"bpmn:laneSet>bpmn:lane"`
	Elements      []any
}

type bpmnLane struct {
	ID         string `xml:"id,attr"`
	Name       string `xml:"name,attr"`
	Role       string `xml:"reglament:role,attr,omitempty"`
	Extensions *bpmnExtensions
	Nodes      []string `xml:"bpmn:flowNodeRef"`
}

// bpmnNode is any flow node; its element is XMLName. The fields stand in the order of
// the schema.
type bpmnNode struct {
	XMLName       xml.Name
	ID            string     `xml:"id,attr"`
	Name          string     `xml:"name,attr,omitempty"`
	Direction     string     `xml:"gatewayDirection,attr,omitempty"`
	Default       string     `xml:"default,attr,omitempty"`
	Called        string     `xml:"calledElement,attr,omitempty"`
	AttachedTo    string     `xml:"attachedToRef,attr,omitempty"`
	Cancel        string     `xml:"cancelActivity,attr,omitempty"`
	Attrs         []xml.Attr `xml:",any,attr"`
	Documentation string     `xml:"bpmn:documentation,omitempty"`
	Extensions    *bpmnExtensions
	Incoming      []string   `xml:"bpmn:incoming"`
	Outgoing      []string   `xml:"bpmn:outgoing"`
	Timer         *bpmnTimer `xml:"bpmn:timerEventDefinition"`

	dueIn string // duration of a task's deadline that the engine counts itself
}

// bpmnElement is an element of an engine's own namespace.
type bpmnElement struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []bpmnElement
}

// bpmnTimer counts a duration, or waits for a date.
type bpmnTimer struct {
	ID       string          `xml:"id,attr"`
	Date     *bpmnExpression `xml:"bpmn:timeDate"`
	Duration *bpmnExpression `xml:"bpmn:timeDuration"`
}

type bpmnExpression struct {
	Type        string `xml:"xsi:type,attr"`
	Approximate string `xml:"reglament:approximate,attr,omitempty"`
	Body        string `xml:",chardata"`
}

type bpmnFlow struct {
	XMLName    xml.Name `xml:"bpmn:sequenceFlow"`
	ID         string   `xml:"id,attr"`
	Name       string   `xml:"name,attr,omitempty"`
	From       string   `xml:"sourceRef,attr"`
	To         string   `xml:"targetRef,attr"`
	Extensions *bpmnExtensions
	Condition  *bpmnExpression `xml:"bpmn:conditionExpression"`
}

type bpmnExtensions struct {
	XMLName    xml.Name `xml:"bpmn:extensionElements"`
	Engine     []bpmnElement
	Source     *bpmnSource     `xml:"reglament:source"`
	Actor      *bpmnActor      `xml:"reglament:actor"`
	Actions    *bpmnActions    `xml:"reglament:actions"`
	Durations  []bpmnDuration  `xml:"reglament:duration"`
	Conditions []string        `xml:"reglament:condition"`
	Result     string          `xml:"reglament:result,omitempty"`
	Follows    []string        `xml:"reglament:follows"` // as a table tells it
	References []bpmnReference `xml:"reglament:reference"`
}

func (x *bpmnExtensions) add(e ...bpmnElement) { x.Engine = append(x.Engine, e...) }

type bpmnSource struct {
	Act        string `xml:"act,attr,omitempty"`
	Regulation int    `xml:"regulation,attr"`
	Process    string `xml:"process,attr"`
	Point      string `xml:"point,attr"`
	Step       string `xml:"step,attr,omitempty"`
	Label      string `xml:"label,attr,omitempty"`
	Start      int    `xml:"start,attr"`
	End        int    `xml:"end,attr"`
}

type bpmnActor struct {
	Text  string `xml:"text,attr,omitempty"`
	Roles string `xml:"roles,attr,omitempty"`
}

type bpmnActions struct {
	Codes string `xml:"codes,attr"`
}

type bpmnDuration struct {
	Value     int    `xml:"value,attr"`
	Unit      string `xml:"unit,attr"`
	Qualifier string `xml:"qualifier,attr,omitempty"`
	Text      string `xml:"text,attr,omitempty"`
	Start     int    `xml:"start,attr"`
	End       int    `xml:"end,attr"`
}

type bpmnReference struct {
	To    string `xml:"to,attr"`
	Point string `xml:"point,attr,omitempty"`
	Annex string `xml:"annex,attr,omitempty"`
	Text  string `xml:"text,attr,omitempty"`
}

// elements names the BPMN element of each kind of node.
var elements = map[NodeKind]string{
	Start: "bpmn:startEvent", End: "bpmn:endEvent", UserTask: "bpmn:userTask", ServiceTask: "bpmn:serviceTask",
	Task: "bpmn:task", CallActivity: "bpmn:callActivity", Gateway: "bpmn:exclusiveGateway",
	BoundaryTimer: "bpmn:boundaryEvent", Milestone: "bpmn:intermediateThrowEvent", CalendarStep: "bpmn:serviceTask",
}

func bpmnProcessOf(d *Definition, in dialect) bpmnProcess {
	p := bpmnProcess{
		ID: ProcessID(d.ID), Name: d.Name, Executable: true, Documentation: d.Name, Attrs: in.process(),
		Extensions: &bpmnExtensions{Source: bpmnSourceOf(d.Source), Durations: bpmnDurations(d.Durations)},
	}
	for _, lane := range d.Lanes {
		out := bpmnLane{ID: lane.ID, Name: lane.Name, Role: string(lane.Role), Extensions: &bpmnExtensions{Source: bpmnSourceOf(d.Source)}}
		for _, n := range d.Nodes {
			if n.Lane == lane.ID {
				out.Nodes = append(out.Nodes, n.ID)
			}
		}
		p.Lanes = append(p.Lanes, out)
	}
	for i := range d.Nodes {
		p.Elements = append(p.Elements, bpmnNodeOf(d, &d.Nodes[i], in))
	}
	for _, f := range d.Flows {
		out := bpmnFlow{ID: f.ID, Name: f.Name, From: f.From, To: f.To}
		if from := d.node(f.From); from != nil {
			out.Extensions = &bpmnExtensions{Source: bpmnSourceOf(from.Source)}
		}
		if f.Condition != nil {
			out.Condition = &bpmnExpression{Type: "bpmn:tFormalExpression", Body: in.condition(*f.Condition)}
		}
		p.Elements = append(p.Elements, out)
	}
	return p
}

func bpmnNodeOf(d *Definition, n *Node, in dialect) bpmnNode {
	out := bpmnNode{
		XMLName: xml.Name{Local: elements[n.Kind]}, ID: n.ID, Name: n.Name, Documentation: n.Text,
		Default: n.Default, Extensions: bpmnExtensionsOf(n),
	}
	for _, f := range d.Flows {
		if f.To == n.ID {
			out.Incoming = append(out.Incoming, f.ID)
		}
		if f.From == n.ID {
			out.Outgoing = append(out.Outgoing, f.ID)
		}
	}
	switch n.Kind {
	case Gateway:
		out.Direction = "Diverging"
	case CallActivity:
		out.Called = ProcessID(n.Called)
	case BoundaryTimer:
		out.AttachedTo, out.Cancel = n.AttachedTo, "false"
		out.Timer = bpmnTimerOf(n, in)
	}
	if n.Due == "" {
		out.dueIn = dueIn(d, n)
	}
	in.extend(&out, n)
	return out
}

func bpmnTimerOf(n *Node, in dialect) *bpmnTimer {
	t := &bpmnTimer{ID: n.ID + "_definition"}
	if n.Due != "" {
		t.Date = &bpmnExpression{Type: "bpmn:tFormalExpression", Body: in.variable(n.Due)}
		return t
	}
	iso, exact := ISODuration(*n.Duration)
	t.Duration = &bpmnExpression{Type: "bpmn:tFormalExpression", Body: iso}
	if !exact {
		t.Duration.Approximate = "true"
	}
	return t
}

func bpmnExtensionsOf(n *Node) *bpmnExtensions {
	e := &bpmnExtensions{Source: bpmnSourceOf(n.Source), Conditions: n.Conditions}
	if n.Duration != nil {
		e.Durations = bpmnDurations([]model.Duration{*n.Duration})
	}
	s := n.Step
	if s == nil {
		return e
	}
	if s.Actor != "" || len(s.Roles) > 0 {
		e.Actor = &bpmnActor{Text: string(s.Actor), Roles: model.Joined(s.Roles, " ")}
	}
	if len(s.Actions) > 0 {
		e.Actions = &bpmnActions{Codes: model.Joined(s.Actions, " ")}
	}
	e.Durations, e.Conditions, e.Result = bpmnDurations(s.Durations), s.Conditions, string(s.Result)
	e.Follows = s.Follows()
	for _, r := range s.Refs {
		e.References = append(e.References, bpmnReference{To: string(r.To), Point: string(r.Point), Annex: string(r.Annex), Text: r.Text})
	}
	return e
}

func bpmnSourceOf(s Source) *bpmnSource {
	return &bpmnSource{
		Act: string(s.ActKey), Regulation: s.Regulation, Process: string(s.Kind), Point: s.Point,
		Step: string(s.Step), Label: string(s.Label), Start: s.Span[0], End: s.Span[1],
	}
}

func bpmnDurations(list []model.Duration) []bpmnDuration {
	var out []bpmnDuration
	for _, d := range list {
		out = append(out, bpmnDuration{
			Value: d.Value, Unit: string(d.Unit), Qualifier: string(d.Qualifier), Text: d.Text, Start: d.Span[0], End: d.Span[1],
		})
	}
	return out
}

type bpmnDiagram struct {
	XMLName xml.Name  `xml:"bpmndi:BPMNDiagram"`
	ID      string    `xml:"id,attr"`
	Plane   bpmnPlane `xml:"bpmndi:BPMNPlane"`
}

type bpmnPlane struct {
	ID      string      `xml:"id,attr"`
	Element string      `xml:"bpmnElement,attr"`
	Shapes  []bpmnShape `xml:"bpmndi:BPMNShape"`
	Edges   []bpmnEdge  `xml:"bpmndi:BPMNEdge"`
}

type bpmnShape struct {
	ID         string     `xml:"id,attr"`
	Element    string     `xml:"bpmnElement,attr"`
	Horizontal string     `xml:"isHorizontal,attr,omitempty"`
	Marker     string     `xml:"isMarkerVisible,attr,omitempty"`
	Bounds     bpmnBounds `xml:"dc:Bounds"`
	Label      *bpmnLabel `xml:"bpmndi:BPMNLabel"`
}

type bpmnEdge struct {
	ID      string      `xml:"id,attr"`
	Element string      `xml:"bpmnElement,attr"`
	Points  []bpmnPoint `xml:"di:waypoint"`
	Label   *bpmnLabel  `xml:"bpmndi:BPMNLabel"`
}

type bpmnLabel struct {
	Bounds bpmnBounds `xml:"dc:Bounds"`
}

type bpmnBounds struct {
	X int `xml:"x,attr"`
	Y int `xml:"y,attr"`
	W int `xml:"width,attr"`
	H int `xml:"height,attr"`
}

type bpmnPoint struct {
	X int `xml:"x,attr"`
	Y int `xml:"y,attr"`
}

func bpmnDiagramOf(d *Definition, drawn drawing) bpmnDiagram {
	plane := bpmnPlane{ID: "Plane", Element: "Collaboration_" + xmlID(d.ID)}
	shape := func(id string, b box) *bpmnShape {
		plane.Shapes = append(plane.Shapes, bpmnShape{ID: id + "_shape", Element: id, Bounds: bpmnBounds(b)})
		return &plane.Shapes[len(plane.Shapes)-1]
	}
	shape("Participant_"+xmlID(d.ID), drawn.Pool).Horizontal = "true"
	for i, lane := range d.Lanes {
		shape(lane.ID, drawn.Lanes[i]).Horizontal = "true"
	}
	for i, n := range d.Nodes {
		s := shape(n.ID, drawn.Nodes[i])
		if n.Kind == Gateway {
			s.Marker = "true"
		}
		s.Label = bpmnLabelOf(drawn.Labels[i])
	}
	for i, f := range d.Flows {
		e := bpmnEdge{ID: f.ID + "_edge", Element: f.ID, Label: bpmnLabelOf(drawn.Edges[i].Label)}
		for _, p := range drawn.Edges[i].Points {
			e.Points = append(e.Points, bpmnPoint(p))
		}
		plane.Edges = append(plane.Edges, e)
	}
	return bpmnDiagram{ID: "Diagram", Plane: plane}
}

func bpmnLabelOf(b box) *bpmnLabel {
	if b.empty() {
		return nil
	}
	return &bpmnLabel{Bounds: bpmnBounds(b)}
}
