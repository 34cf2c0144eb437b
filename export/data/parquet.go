package data

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"reglament/corpus/whole"
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
func WriteParquet(dir string, docs iter.Seq2[*model.Document, error]) (err error) {
	p := &parquetWriter{dir: dir}
	defer func() {
		if err != nil {
			p.discard()
			err = fmt.Errorf("export Parquet: %w", err)
		}
	}()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range tables {
		if err := p.open(t); err != nil {
			return err
		}
	}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		for i, t := range tables {
			if err := t.rows(doc, p.files[i].write); err != nil {
				return fmt.Errorf("%s: %s: %w", t.name, doc.Source.Name, err)
			}
		}
	}
	return p.finish()
}

type parquetWriter struct {
	dir   string
	files []*parquetFile
}

// parquetFile is a table under its temporary name.
type parquetFile struct {
	table table
	file  *whole.File
	out   *parquet.GenericWriter[any]
	row   parquet.Row
}

func (p *parquetWriter) open(t table) error {
	f, err := whole.Create(filepath.Join(p.dir, t.name+".parquet"))
	if err != nil {
		return err
	}
	p.files = append(p.files, &parquetFile{table: t, file: f, out: parquet.NewGenericWriter[any](f,
		schema(t),
		parquet.Compression(&parquet.Zstd),
		parquet.MaxRowsPerRowGroup(rowsInGroup),
		parquet.KeyValueMetadata("reglament.schema", model.Schema),
	)})
	return nil
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

func (f *parquetFile) write(row ...any) error {
	if len(row) != len(f.table.columns) {
		return fmt.Errorf("%d cells for %d columns", len(row), len(f.table.columns))
	}
	f.row = f.row[:0]
	for i, v := range row {
		c := f.table.columns[i]
		value := fmt.Sprint(v)
		cell, defined := parquet.NullValue(), 0
		switch {
		case value == "":
		case c.kind == number:
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil {
				return fmt.Errorf("the column %s has %q, which is no number", c.name, value)
			}
			cell, defined = parquet.Int64Value(n), 1
		default:
			cell, defined = parquet.ByteArrayValue([]byte(value)), 1
		}
		f.row = append(f.row, cell.Level(0, defined, i))
	}
	_, err := f.out.WriteRows([]parquet.Row{f.row})
	return err
}

// finish closes the files and gives them their names.
func (p *parquetWriter) finish() error {
	for _, f := range p.files {
		if err := errors.Join(f.out.Close(), f.file.Close()); err != nil {
			return err
		}
	}
	for _, f := range p.files {
		if err := f.file.Keep(); err != nil {
			return err
		}
	}
	return nil
}

// discard removes what was written; errors do not matter any more.
func (p *parquetWriter) discard() {
	for _, f := range p.files {
		f.file.Discard()
	}
}
