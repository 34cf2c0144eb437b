package data

import (
	"fmt"
	"io"
	"iter"
	"reflect"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"reglament/model"
)

// rowsInGroup bounds the rows that are held in memory before they are written.
const rowsInGroup = 50_000

// WriteParquet writes the tables of WriteCSV as Parquet files into dir, which it makes if
// need be: acts.parquet and so on. Numbers are INT64, text is STRING, what the text does
// not say is null; columns are compressed with zstd.
//
// The files appear under their names when all are complete; an error, of docs or of the
// disk, leaves those that were there before.
func WriteParquet(dir string, docs iter.Seq2[*model.Document, error]) error {
	return writeFolder(dir, ".parquet", docs, newParquet)
}

// parquetWriter is one file.
type parquetWriter struct {
	table table
	out   *parquet.GenericWriter[any]
	row   parquet.Row
}

func newParquet(t table, w io.Writer) rowWriter {
	return &parquetWriter{table: t, out: parquet.NewGenericWriter[any](w,
		schema(t),
		parquet.Compression(&parquet.Zstd),
		parquet.MaxRowsPerRowGroup(rowsInGroup),
		parquet.KeyValueMetadata("reglament.schema", model.Schema),
	)}
}

// schema makes the columns out of a struct type: a group that is made by name would sort
// them by name.
func schema(t table) *parquet.Schema {
	fields := make([]reflect.StructField, 0, len(t.columns))
	for i, c := range t.columns {
		of := reflect.TypeFor[string]()
		if c.kind == number {
			of = reflect.TypeFor[int64]()
		}
		fields = append(fields, reflect.StructField{
			Name: "C" + strconv.Itoa(i), Type: of,
			Tag: reflect.StructTag(`parquet:"` + c.name + `,optional"`),
		})
	}
	return parquet.NewSchema(t.name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

func (p *parquetWriter) write(row ...any) error {
	p.row = p.row[:0]
	for i, v := range row {
		c := p.table.columns[i]
		value := fmt.Sprint(v)
		cell, defined := parquet.NullValue(), 0
		switch {
		case value == "":
		case c.kind == number:
			n, err := c.number(value)
			if err != nil {
				return err
			}
			cell, defined = parquet.Int64Value(int64(n)), 1
		default:
			cell, defined = parquet.ByteArrayValue([]byte(value)), 1
		}
		p.row = append(p.row, cell.Level(0, defined, i))
	}
	_, err := p.out.WriteRows([]parquet.Row{p.row})
	return err
}

func (p *parquetWriter) finish() error { return p.out.Close() }
