package compare_test

import (
	"fmt"

	"reglament/compare"
	"reglament/model"
)

func ExampleRegulations() {
	a, b := birthGrant(), deep(birthGrant())
	b.processes[0].steps[1].duration = term(1, model.WorkingDay, "1 (бір) жұмыс күні ішінде")
	r := compare.Regulations(a.side("Karaganda"), b.side("Kyzylorda"))
	for _, d := range r.Differences {
		fmt.Println(d.Kind, d.Severity, *d.Minutes)
		fmt.Println(d.Message)
	}
	// Output:
	// duration_changed substance 420
	// term: Karaganda (point 5, step 2) 1 hour “1 сағат”, Kyzylorda (point 5, step 2) 1 working day “1 (бір) жұмыс күні ішінде” (+420 min of working time)
}
