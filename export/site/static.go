package site

import (
	"net/url"
)

type files struct{}

func (f *files) inLanguage(l Language, path string, q url.Values) string { return "" }
func (f *files) link(path string, q url.Values) string                   { return "" }
func (f *files) has(path string) bool                                    { return false }
func (f *files) asset(name string) string                                { return "" }
