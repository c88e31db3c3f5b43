-- Functions that walk through the catalog and keep what they know as text.

CREATE FUNCTION is_reviewed(a_schema oid) RETURNS boolean LANGUAGE sql STABLE
RETURN (SELECT left(nspname, 3) <> 'pg_' AND nspname <> 'information_schema' FROM pg_namespace WHERE oid = a_schema);

CREATE FUNCTION keyless() RETURNS TABLE (schema_name text, table_name text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  found_table record;
BEGIN
  FOR found_table IN
    SELECT oid, relname, relnamespace FROM pg_class
     WHERE relkind = ANY ('{r,p}') AND relpersistence <> 't' AND relpartbound IS NULL
  LOOP
    CONTINUE WHEN NOT is_reviewed(found_table.relnamespace);
    PERFORM FROM pg_index WHERE indrelid = found_table.oid AND indisprimary;
    IF NOT FOUND THEN
      schema_name := (SELECT nspname FROM pg_namespace WHERE oid = found_table.relnamespace);
      table_name := found_table.relname;
      RETURN NEXT;
    END IF;
  END LOOP;
END $$;

-- The numbers of key columns, sorted, as text: "2 3" for a foreign key on columns 3 and 2.
CREATE FUNCTION sorted(numbers int2[]) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (SELECT string_agg(number::text, ' ' ORDER BY number) FROM unnest(numbers) AS number);

CREATE FUNCTION first_keys(an_index oid, count int) RETURNS text LANGUAGE sql STABLE
RETURN (SELECT sorted((string_to_array(indkey::text, ' ')::int2[])[:count])
          FROM pg_index
         WHERE indexrelid = an_index AND indnkeyatts >= count);

CREATE FUNCTION method(an_index oid) RETURNS text LANGUAGE sql STABLE
RETURN (SELECT m.amname FROM pg_class c JOIN pg_am m ON m.oid = c.relam WHERE c.oid = an_index);

-- All that an index does, and nothing of how it is stored.
CREATE FUNCTION job(an_index oid) RETURNS text LANGUAGE sql STABLE
RETURN (SELECT concat_ws('/', indrelid, method(indexrelid), indkey, indnkeyatts, indclass, indcollation, indoption,
                         indisunique, indnullsnotdistinct, indexprs, '/', indpred)
          FROM pg_index WHERE indexrelid = an_index);

CREATE FUNCTION is_held(an_index oid) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM pg_constraint WHERE conindid = an_index)
       OR EXISTS (SELECT FROM pg_inherits WHERE inhrelid = an_index);

CREATE VIEW tables_without_key AS
SELECT * FROM keyless();

CREATE VIEW foreign_keys_without_index AS
SELECT f.conrelid::regclass AS debug,
       n.nspname AS schema_name, c.relname AS table_name, f.conname AS constraint_name
  FROM pg_constraint f, pg_class c, pg_namespace n
 WHERE f.contype = 'f' AND f.conparentid = 0 AND c.oid = f.conrelid AND n.oid = c.relnamespace
   AND is_reviewed(n.oid)
   AND sorted(f.conkey) <> ALL (
         SELECT first_keys(indexrelid, array_length(f.conkey, 1))
           FROM pg_index
          WHERE indrelid = f.conrelid AND indisvalid AND indpred IS NULL
            AND method(indexrelid) ~ '^(btree|hash)$'
            AND first_keys(indexrelid, array_length(f.conkey, 1)) IS NOT NULL
       );

CREATE VIEW needless_indexes AS
SELECT n.nspname::text AS schema_name, t.relname::text AS table_name, c.relname::text AS index_name,
       CASE WHEN indisvalid THEN 'duplicate' ELSE 'invalid' END AS reason
  FROM pg_index i, pg_class c, pg_class t, pg_namespace n
 WHERE c.oid = i.indexrelid AND t.oid = i.indrelid AND n.oid = t.relnamespace
   AND t.relkind IN ('r', 'p')
   AND is_reviewed(n.oid)
   AND (NOT indisvalid
        OR NOT is_held(i.indexrelid)
           AND EXISTS (
                 SELECT
                   FROM pg_index o JOIN pg_class oc ON oc.oid = o.indexrelid
                  WHERE o.indrelid = i.indrelid AND o.indexrelid <> i.indexrelid AND o.indisvalid
                    AND job(o.indexrelid) = job(i.indexrelid)
                    AND (is_held(o.indexrelid) OR oc.relname < c.relname)
               ));
