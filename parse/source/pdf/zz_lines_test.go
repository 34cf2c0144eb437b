package pdf
import ("testing";"os";"fmt";"context";"strings")
func TestZZLines(t *testing.T){ f:=os.Getenv("DUMP"); if f==""{t.Skip()}; d,_:=os.ReadFile(f); ps,err:=readPages(context.Background(),d, Limits{}.withDefaults()); if err!=nil{t.Fatal(err)}
 for _,l:=range placeLines(ps){ r:=[]rune(l.text); if len(r)>50{r=r[:50]}; fmt.Printf("L%.0f R%.0f d%.1f | %.0f-%.0f y%.0f s%.1f %s%s%s%s%s%s %s\n",l.left,l.right,l.distance,l.x0,l.x1,l.y,l.size,b(l.bold,"B"),b(l.centred,"C"),b(l.stamp,"S"),b(l.sameRow,"="),b(l.newBlock,"N"),b(l.onNewPage,"P"),strings.TrimSpace(string(r)))}}
func b(v bool,s string)string{if v{return s};return "."}
