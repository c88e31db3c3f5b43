-- Everything is joined by OID: a name is unique only within its schema.

-- The tables that people made. Their partitions come and go with them, so those are no tables of their own.
CREATE VIEW reviewed_tables AS
SELECT c.oid, n.nspname AS schema_name, c.relname AS table_name, c.relispartition
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p')
   AND n.nspname NOT LIKE 'pg\_%'
   AND n.nspname <> 'information_schema';

CREATE VIEW tables_without_key AS
SELECT t.schema_name, t.table_name
  FROM reviewed_tables t
 WHERE NOT t.relispartition
   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'p');

-- conkey is an array that counts from 1; indkey counts from 0, and holds a 0 for an expression.
CREATE VIEW foreign_keys_without_index AS
SELECT t.schema_name, t.table_name, f.conname AS constraint_name
  FROM pg_constraint f
  JOIN reviewed_tables t ON t.oid = f.conrelid
 WHERE f.contype = 'f'
   AND NOT t.relispartition
   AND f.conparentid = 0
   AND NOT EXISTS (
         SELECT
           FROM pg_index i
           JOIN pg_class x ON x.oid = i.indexrelid
           JOIN pg_am m ON m.oid = x.relam
          WHERE i.indrelid = f.conrelid
            AND i.indisvalid
            AND i.indpred IS NULL
            AND m.amname IN ('btree', 'hash')
            AND i.indnkeyatts >= cardinality(f.conkey)
            AND (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey
       );

CREATE VIEW needless_indexes AS
WITH reviewed AS (
  SELECT t.schema_name, t.table_name, x.relname AS index_name, i.indisvalid AS works,
         -- what cannot be dropped by itself: a constraint needs it, or an index of the partitioned table does
         x.relispartition OR EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid) AS held,
         ROW(i.indrelid, x.relam, i.indkey::text, i.indnkeyatts, i.indclass::text, i.indcollation::text,
             i.indoption::text, i.indisunique, i.indnullsnotdistinct,
             pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)) AS job
    FROM pg_index i
    JOIN pg_class x ON x.oid = i.indexrelid
    JOIN reviewed_tables t ON t.oid = i.indrelid
), placed AS (
  SELECT *, row_number() OVER (PARTITION BY job ORDER BY held DESC, index_name) AS place
    FROM reviewed
   WHERE works
)
SELECT schema_name, table_name, index_name, 'invalid' AS reason
  FROM reviewed
 WHERE NOT works
 UNION ALL
SELECT schema_name, table_name, index_name, 'duplicate'
  FROM placed
 WHERE place > 1 AND NOT held;
