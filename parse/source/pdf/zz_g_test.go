package pdf
import ("testing";"os";"fmt";"context";"bytes";library "github.com/ledongthuc/pdf")
func TestZZG(t *testing.T){ f:=os.Getenv("DUMP"); if f==""{t.Skip()}; d,_:=os.ReadFile(f); l:=Limits{}.withDefaults(); ctx:=context.Background()
file,_:=library.NewReader(&source{bytes.NewReader(d),ctx,l.Reading},int64(len(d))); tr:=&pageTree{limits:l}; tr.walk(file.Trailer().Key("Root").Key("Pages"),inherited{},0)
in:=&interpreter{ctx:ctx,limits:l,fonts:map[string]*font{}}; gs,_:=in.page(tr.pages[0]); for _,g:=range gs { if g.y<145&&g.y>135 {fmt.Printf("%q %.1f-%.1f y%.1f i%v\n",g.text,g.x0,g.x1,g.y,g.italic)}}}
