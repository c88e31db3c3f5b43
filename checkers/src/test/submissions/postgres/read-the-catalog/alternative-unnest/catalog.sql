-- Column by column: every array is taken apart, and sets are compared by what one has and the other has not.

CREATE SCHEMA review;

CREATE VIEW review.own AS
SELECT oid AS schema_id, nspname AS schema_name
  FROM pg_catalog.pg_namespace
 WHERE nspname !~ '^pg_' AND nspname != 'information_schema';

CREATE VIEW review.key_columns AS
SELECT i.indrelid, i.indexrelid, k.attnum, k.position
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname = ANY (ARRAY['btree', 'hash']),
  unnest(i.indkey) WITH ORDINALITY AS k (attnum, position)
 WHERE i.indisvalid AND i.indpred IS NULL AND k.position <= i.indnkeyatts;

CREATE VIEW public.tables_without_key AS
WITH tables AS (
  SELECT c.oid, schema_name, relname AS table_name
    FROM pg_catalog.pg_class c JOIN review.own ON relnamespace = schema_id
   WHERE (relkind = 'r' OR relkind = 'p') AND relispartition IS FALSE
)
SELECT schema_name, table_name
  FROM tables LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = tables.oid AND k.contype = 'p'
 WHERE k.oid IS NULL;

CREATE VIEW public.foreign_keys_without_index AS
SELECT schema_name, c.relname AS table_name, f.conname AS constraint_name
  FROM pg_catalog.pg_constraint f
  JOIN pg_catalog.pg_class c ON c.oid = f.conrelid
  JOIN review.own ON c.relnamespace = schema_id
 WHERE f.confrelid <> 0 AND f.conparentid = 0
   AND NOT EXISTS (
         -- for each index: how many columns of the foreign key are among as many first keys?
         SELECT k.indexrelid
           FROM review.key_columns k
           JOIN unnest(f.conkey) AS wanted (attnum) ON wanted.attnum = k.attnum
          WHERE k.indrelid = f.conrelid AND k.position <= cardinality(f.conkey)
          GROUP BY k.indexrelid
         HAVING count(DISTINCT k.attnum) = cardinality(f.conkey)
       );

CREATE VIEW public.needless_indexes AS
WITH held AS (
  SELECT conindid AS indexrelid FROM pg_catalog.pg_constraint
  UNION
  SELECT inhrelid FROM pg_catalog.pg_inherits
), same AS (
  SELECT i.indrelid, min(c.relname::text COLLATE "C") FILTER (WHERE true) AS first_name,
         array_agg(i.indexrelid) AS members,
         bool_or(i.indexrelid IN (SELECT indexrelid FROM held)) AS has_held
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
   WHERE i.indisvalid
   GROUP BY i.indrelid, c.relam, i.indkey, i.indnkeyatts, i.indclass, i.indcollation::oid[], i.indoption::int2[],
            i.indisunique, i.indnullsnotdistinct,
            pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)
)
SELECT schema_name, t.relname AS table_name, c.relname AS index_name, why.reason
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  JOIN review.own ON t.relnamespace = schema_id
  JOIN LATERAL (
         SELECT 'invalid' WHERE i.indisvalid IS NOT TRUE
         UNION ALL
         SELECT 'duplicate'
           FROM same
          WHERE i.indexrelid = ANY (same.members) AND (same.has_held OR c.relname::text > same.first_name)
            AND NOT EXISTS (SELECT FROM held WHERE held.indexrelid = i.indexrelid)
       ) AS why (reason) ON true;
