// Package mermaid writes a workflow definition as a Mermaid flowchart, for documents and
// wikis: a subgraph for each lane, and the deadlines as text in the tasks.
package mermaid

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"reglament/export/workflow"
)

// Extension is the end of the files' names.
const Extension = ".mmd"

// Write writes a definition. The same definition gives the same bytes. An error is one of w.
func Write(w io.Writer, d *workflow.Definition) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "---\ntitle: %q\n---\nflowchart LR\n", d.Name)
	terms := map[string]string{} // of tasks
	aside := map[string]bool{}   // timers, and the ends that they lead to
	for _, n := range d.Nodes {
		if n.Kind == workflow.BoundaryTimer {
			terms[n.AttachedTo] = n.Name
			aside[n.ID] = true
		}
	}
	for _, f := range d.Flows {
		if aside[f.From] {
			aside[f.To] = true
		}
	}
	for _, lane := range d.Lanes {
		fmt.Fprintf(out, "  subgraph %s[%s]\n", lane.ID, quote(lane.Name))
		for _, n := range d.Nodes {
			if n.Lane == lane.ID && !aside[n.ID] {
				fmt.Fprintf(out, "    %s%s\n", id(n.ID), shape(&n, terms[n.ID]))
			}
		}
		fmt.Fprintln(out, "  end")
	}
	for _, f := range d.Flows {
		if aside[f.From] {
			continue
		}
		name := ""
		if f.Name != "" {
			name = "|" + quote(f.Name) + "|"
		}
		fmt.Fprintf(out, "  %s -->%s %s\n", id(f.From), name, id(f.To))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write %s%s: %w", d.ID, Extension, err)
	}
	return nil
}

// id keeps clear of the words of the language: a node called End ends a subgraph.
func id(node string) string { return "n" + node }

func shape(n *workflow.Node, term string) string {
	text := escape(n.Name)
	if term != "" {
		text += "<br/>⏱ " + escape(term)
	}
	text = `"` + text + `"`
	switch n.Kind {
	case workflow.Start, workflow.End, workflow.Milestone:
		return "([" + text + "])"
	case workflow.Gateway:
		return "{" + text + "}"
	case workflow.CallActivity:
		return "[[" + text + "]]"
	}
	return "[" + text + "]"
}

// quote writes a label.
func quote(s string) string { return `"` + escape(s) + `"` }

// entities are the only escapes that the language knows; it writes them with "#".
var entities = strings.NewReplacer(`"`, "#quot;", "#", "#35;", "&", "#amp;", "<", "#lt;", ">", "#gt;", "\n", " ")

func escape(s string) string { return entities.Replace(s) }
