package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"reglament/corpus/tables"
)

// version is the version of the tables, 0 where there are none.
func (d database) version(ctx context.Context) (v int, err error) {
	err = d.Read(ctx, func(tx tables.Tx) (err error) {
		v, err = version(ctx, tx)
		return err
	})
	return v, err
}

func version(ctx context.Context, tx tables.Tx) (v int, err error) {
	var there bool
	err = tx.Each(ctx, tables.Do(`SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'corpus_version')`),
		func(scan tables.Scan) error { return scan(&there) })
	if err != nil || !there {
		return 0, err
	}
	err = tx.Each(ctx, tables.Do(`SELECT version FROM corpus_version`), func(scan tables.Scan) error { return scan(&v) })
	return v, err
}

// migrate makes the tables, or brings them up to date after a copy of them was made. All
// of it is one transaction.
func (s *Store) migrate(ctx context.Context, schema string) error {
	v, err := s.database.version(ctx)
	if err == nil {
		err = migrations.Known(s.database.name, v)
	}
	if err != nil || v == len(migrations) { // most often there is nothing to do
		return err
	}
	return s.database.Write(ctx, "migrate", func(tx tables.Tx) error {
		if err := tx.Lock(ctx, "migration"); err != nil {
			return err
		}
		if err := makeSchema(ctx, tx, schema); err != nil {
			return err
		}
		v, err := version(ctx, tx) // another process may have been quicker
		if err != nil {
			return err
		}
		if 0 < v && v < len(migrations) {
			if s.Backup, err = s.backup(ctx, tx, schema, v); err != nil {
				return fmt.Errorf("no copy of the tables of the older schema version %d could be made, so they are left as they are: %w", v, err)
			}
		}
		return s.bring(ctx, tx, v, migrations)
	})
}

func makeSchema(ctx context.Context, tx tables.Tx, schema string) error {
	return tx.Exec(ctx, tables.Do(`CREATE SCHEMA IF NOT EXISTS `+pgx.Identifier{schema}.Sanitize()))
}

// bring brings the tables of the first schema of the search path from version v to the
// last that the migrations know.
func (s *Store) bring(ctx context.Context, tx tables.Tx, v int, to tables.Migrations) error {
	if v == 0 {
		err := tx.Exec(ctx, tables.Do(`CREATE TABLE corpus_version (version integer NOT NULL); INSERT INTO corpus_version VALUES (0)`))
		if err != nil {
			return err
		}
	}
	if err := to.Run(ctx, s.Store, tx, v); err != nil {
		return err
	}
	return tx.Exec(ctx, tables.Do(`UPDATE corpus_version SET version = ?`, len(to)))
}

// backup copies the tables into a schema of their own, named after their version and the
// time: the migrations that made them make them there again, so that the copy is a corpus
// that can be opened by itself.
func (s *Store) backup(ctx context.Context, tx tables.Tx, schema string, v int) (string, error) {
	name := fmt.Sprintf("%.30s_v%d_%s", schema, v, s.Now().UTC().Format("20060102_150405"))
	if err := makeSchema(ctx, tx, name); err != nil {
		return "", err
	}
	path := func(schema string) tables.Statement {
		return tables.Do(`SET LOCAL search_path = ` + pgx.Identifier{schema}.Sanitize())
	}
	if err := tx.Exec(ctx, path(name)); err != nil {
		return "", err
	}
	if err := s.bring(ctx, tx, 0, migrations[:v]); err != nil {
		return "", err
	}
	copies, err := copyTables(ctx, tx, schema)
	if err != nil {
		return "", err
	}
	return name, tx.Exec(ctx, append(copies, path(schema))...)
}

// copyTables returns the statements that copy a schema's tables into those of the same
// names, which a migration made there in the order of their foreign keys.
func copyTables(ctx context.Context, tx tables.Tx, from string) (out []tables.Statement, err error) {
	err = tx.Each(ctx, tables.Do(`SELECT relname, pg_get_serial_sequence(quote_ident(relname), a.attname), a.attname
		FROM pg_class LEFT JOIN pg_attribute a ON a.attrelid = pg_class.oid AND a.attidentity <> ''
		WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> 'corpus_version' ORDER BY pg_class.oid`),
		func(scan tables.Scan) error {
			var table string
			var sequence, column *string
			err := scan(&table, &sequence, &column)
			source := pgx.Identifier{from, table}.Sanitize()
			out = append(out,
				tables.Do(`LOCK TABLE `+source+` IN EXCLUSIVE MODE`), // nobody writes what would not be in the copy
				tables.Do(`INSERT INTO `+pgx.Identifier{table}.Sanitize()+` OVERRIDING SYSTEM VALUE SELECT * FROM `+source))
			if sequence != nil {
				out = append(out, tables.Do(`SELECT setval(CAST(? AS regclass), (SELECT coalesce(max(`+pgx.Identifier{*column}.Sanitize()+`), 0) + 1 FROM `+source+`), false)`, *sequence))
			}
			return err
		})
	return out, err
}
