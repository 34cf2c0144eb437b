package main

import (
	"testing"

	"reglament/model"
)

func TestSeveralWordsOfAFlag(t *testing.T) {
	both := []model.Language{model.Kazakh, model.Russian}
	for _, c := range []struct {
		set  []string
		want string
	}{
		{nil, "kk,ru"},
		{[]string{"ru"}, "ru"}, // in place of the default
		{[]string{"ru,kk"}, "ru,kk"},
		{[]string{"ru", "kk"}, "ru,kk"},
	} {
		flag := choices[model.Language]{values: both, allowed: both}
		for _, s := range c.set {
			if err := flag.Set(s); err != nil {
				t.Fatal(err)
			}
		}
		if flag.String() != c.want {
			t.Errorf("%q gives %s, want %s", c.set, &flag, c.want)
		}
	}
}
