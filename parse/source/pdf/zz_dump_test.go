package pdf
import ("testing";"os";"fmt";"context";"time")
func TestZZDump(t *testing.T){ f:=os.Getenv("DUMP"); if f==""{t.Skip()}; d,_:=os.ReadFile(f); t0:=time.Now(); c,err:=Read(context.Background(),d, Limits{}); fmt.Println(time.Since(t0)); if err!=nil{t.Fatal(err)}
for _,f:=range c.Findings {fmt.Println(f)}
for _,p:=range c.Paragraphs{fmt.Println(p.Kind,p.Whole,p.Text)}}
