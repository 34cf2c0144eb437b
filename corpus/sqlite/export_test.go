package sqlite

import "time"

// SetPatience changes how long another writer is waited for.
func SetPatience(d time.Duration) (restore func()) {
	before := patience
	patience = d
	return func() { patience = before }
}
