package model_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"reglament/model"
)

func TestSpansAreAnObjectOfFieldsAndItems(t *testing.T) {
	var s model.Spans
	for i := range 11 {
		s.SetItem("items", 10-i, model.Span{10 - i, 20})
	}
	s.Set("title", model.Span{0, 5})
	s.SetItem("items", 0, model.Span{1, 2})
	const want = `{"items[0]":[1,2],"items[1]":[1,20],"items[2]":[2,20],"items[3]":[3,20],"items[4]":[4,20],"items[5]":[5,20],` +
		`"items[6]":[6,20],"items[7]":[7,20],"items[8]":[8,20],"items[9]":[9,20],"items[10]":[10,20],"title":[0,5]}`
	got, err := json.Marshal(s)
	if err != nil || string(got) != want {
		t.Fatalf("%s, %v", got, err)
	}
	var back model.Spans
	if err := json.Unmarshal(got, &back); err != nil || !reflect.DeepEqual(back, s) {
		t.Errorf("read back as %v, %v", back, err)
	}
	if back.Of("title") != (model.Span{0, 5}) || back.OfItem("items", 10) != (model.Span{10, 20}) || !back.Of("items").Empty() || !back.OfItem("items", 11).Empty() {
		t.Errorf("looked up wrongly in %v", back)
	}
}

func TestSpansInJSON(t *testing.T) {
	for _, tt := range []struct{ in, out, err string }{
		{in: `null`, out: `{}`},
		{in: `{}`, out: `{}`},
		{in: `{"number":[3,4],"actions[1]":[5,6],"actions[0]":[1,2]}`, out: `{"actions[0]":[1,2],"actions[1]":[5,6],"number":[3,4]}`},
		{in: `{"a\"b":[1,2]}`, out: `{"a\"b":[1,2]}`},
		{in: `{"actions[x]":[1,2]}`, err: `spans: "actions[x]" is no field and no item of a list`},
		{in: `{"actions[-1]":[1,2]}`, err: `spans: "actions[-1]" is no field and no item of a list`},
		{in: `[1]`, err: `json: cannot unmarshal array into Go value of type map[string]model.Span`},
	} {
		var s model.Spans
		err := json.Unmarshal([]byte(tt.in), &s)
		if err != nil || tt.err != "" {
			if err == nil || err.Error() != tt.err {
				t.Errorf("%s: %v, want %s", tt.in, err, tt.err)
			}
			continue
		}
		if out, _ := json.Marshal(s); string(out) != tt.out {
			t.Errorf("%s is written as %s", tt.in, out)
		}
	}
}
