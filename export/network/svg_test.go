package network

import (
	"fmt"
	"testing"

	"reglament/corpus/graph"
	"reglament/corpus/life"
	"reglament/model"
)

// No two boxes of a picture touch, and all lie inside it.
func TestBoxesStandApart(t *testing.T) {
	g := &graph.Graph{}
	for i := range 120 {
		g.Nodes = append(g.Nodes, life.Act{
			Key: fmt.Sprint(i), Region: model.Region(fmt.Sprintf("KZ-%d", 10+i%7)), Adopted: model.Date(fmt.Sprintf("%d-01-02", 2010+i*i%9)),
		})
	}
	p := layout(g)
	for i, a := range p.boxes {
		if a.x < 0 || a.y < 0 || a.x+boxWidth > p.width || a.y+boxHeight > p.height {
			t.Errorf("box %d at %v is outside of %d × %d", i, a, p.width, p.height)
		}
		for j, b := range p.boxes[:i] {
			if a.x < b.x+boxWidth && b.x < a.x+boxWidth && a.y < b.y+boxHeight && b.y < a.y+boxHeight {
				t.Errorf("boxes %d and %d overlap", i, j)
			}
		}
	}
}
