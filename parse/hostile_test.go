package parse_test

import (
	"os"
	"runtime"
	"strings"
	"testing"

	"reglament/parse"
	"reglament/testdata/realacts"
)

// allocated returns how many bytes reading a text allocates in all, which is more than it
// ever holds at once.
func allocated(text string) uint64 {
	data := []byte(text)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	parse.Bytes("act.txt", data) // most of the texts are no acts, and that is an answer too
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestMonotonousTextCostsInProportion repeats what a reader may look around from: what it
// does for each must not grow with their number.
func TestMonotonousTextCostsInProportion(t *testing.T) {
	acts := []string{
		"Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77 қаулысы\n\n\"А\" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Жалпы ережелер\n\n1. Ол (бұдан әрі – А) Б.\n\n2. Рәсімнің мазмұны, оны орындау ұзақтығы:\n\n",
		"Постановление акимата Примерной области от 5 мая 2016 года № 77\n\nРегламент государственной услуги \"А\"\n\n1. Общие положения\n\n1. Он (далее – А) Б.\n\n2. Содержание каждой процедуры (действия), длительность его выполнения:\n\n",
		strings.Repeat("Үлгі облысы әкімдігінің 2016 жылғы 5 мамырдағы № 77\nқаулысы мен өзге де іс-қимыл\nосыған сәйкес болып\n", 20), // lines of a PDF
	}
	for _, part := range []string{
		"1) ә;\n\n", "1) басшы қол қояды – 1 күн;\n\n", "1-процесс – ә;\n\n", "1-шарт – ә;\n\n", "1. ә\n\n", "ә:\n\n", "ә\n\n", "ә\n", " ә\n", "# ә\n", "| ә ",
		"(бұдан әрі – Ә) ", "(бұдан әрі ", "(далее – А) ", "Ә Ә", "((", "\"", "\"ә", "\" ә\n", "«", ".", "-", "1", "A", "ә",
		"№ 1 ", "2016 жылғы 5 мамырдағы № 7 бұйрық ", "күші жойылды № 1 ", "Ескерту. ", "Ескерту. 1-тармақ жаңа редакцияда - облысы әкімдігінің 05.05.2016 № 7 қаулысымен.\n\n",
		"\"Ә\" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Б\n\n", "1-қосымша\n\n", "т ә р т і п ", "т ә р т і п\n", "тәртiбi ", "тәртi-бi ", "іс-қимыл ", "[а](б)", "[а](",
		"осы регламенттің 5-тармағы ", "басшы немесе ", "берген кезде ", "Нәтижесі – ", "1 күн ", "он ", "в течение 1 дня ", "<p>",
	} {
		for _, act := range acts {
			const size = 1 << 15
			once, fourfold := allocated(act+strings.Repeat(part, size/len(part))), allocated(act+strings.Repeat(part, 4*size/len(part)))
			if fourfold > 8*once {
				t.Errorf("%q after %.60q: %d bytes for one text, %d for one four times as long", part, act, once, fourfold)
			}
		}
	}
}

func TestActsTakeFewBytesOfMemoryForEachOfTheirs(t *testing.T) {
	const most = 40
	for _, file := range realacts.Files(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if took := allocated(string(data)); took > uint64(most*len(data)) {
			t.Errorf("%s: %d bytes for %d", file, took, len(data))
		}
	}
}
