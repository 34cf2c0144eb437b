package pdf_test
import ("testing";"os";"fmt";"strings";"reglament/parse/source/html";"github.com/sergi/go-diff/diffmatchpatch")
func TestZZPar(t *testing.T){ 
 if os.Getenv("PAR")=="" {t.Skip()}
 for _,f:=range [][2]string{{"kyzylorda-2018-1057.ru.html","kyzylorda-2018-1057.ru.fs.pdf"},{"kyzylorda-2018-1057.ru.html","kyzylorda-2018-1057.ru.wk.pdf"},{"akmola-2015-a-11-495.kk.html","akmola-2015-a-11-495.kk.chromium.pdf"}} {
 d,_:=os.ReadFile("/work/shared/corpus/forms/"+f[0]); h,_:=html.Read(d)
 d,_=os.ReadFile("/work/shared/corpus/forms/"+f[1]); p,err:=read(f[1],d); if err!=nil{t.Fatal(err)}
 fmt.Println("=====",f[1],len(h.Paragraphs),len(p.Paragraphs)); for _,x:=range p.Findings{fmt.Println(x)}
 var a,b strings.Builder
 for _,x:=range h.Paragraphs{fmt.Fprintf(&a,"%d %s\n",x.Kind,x.Text)}
 for _,x:=range p.Paragraphs{fmt.Fprintf(&b,"%d %s\n",x.Kind,x.Text)}
 dm:=diffmatchpatch.New(); x,y,l:=dm.DiffLinesToRunes(a.String(),b.String())
 for _,d:=range dm.DiffCharsToLines(dm.DiffMainRunes(x,y,false),l){ if d.Type==0{continue}; for _,s:=range strings.Split(strings.TrimSuffix(d.Text,"\n"),"\n"){ fmt.Println(map[diffmatchpatch.Operation]string{-1:"-",1:"+"}[d.Type],s)}}
 }}
