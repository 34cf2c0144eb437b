// Package regulation reads the regulations of public services that an act approves: what
// their points say of the service, and the procedures in them.
package regulation

import "reglament/parse/structure"

// text is a text whose structure is found, with what its words stand for in the regulation
// that is read.
type text struct {
	*structure.Text
	pscCentre bool // "centre" stands for one of public service
}
