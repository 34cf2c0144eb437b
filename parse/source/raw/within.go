package raw

import (
	"context"
	"io"
)

// Within is r as long as ctx lasts: then reading fails with ctx.Err().
func Within(ctx context.Context, r io.Reader) io.Reader { return &within{ctx, r} }

type within struct {
	ctx context.Context
	r   io.Reader
}

func (r *within) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(b)
}
