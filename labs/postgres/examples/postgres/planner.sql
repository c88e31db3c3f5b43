CREATE TABLE account AS
SELECT id, 'u' || id || '@example.org' AS email, CASE WHEN id % 100 = 0 THEN 'closed' ELSE 'open' END AS status
  FROM generate_series(1, 300000) AS id;
CREATE INDEX ON account (email);

CREATE FUNCTION plan(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  line text;
  lines text[];
BEGIN
  FOR line IN EXECUTE 'EXPLAIN ' || query LOOP
    lines := lines || line;
  END LOOP;
  RETURN array_to_string(lines, E'\n');
END $$;

\pset format unaligned
-- tag::see[]
ANALYZE account;
SELECT attname, n_distinct, most_common_vals, most_common_freqs
  FROM pg_stats WHERE tablename = 'account';
-- end::see[]
DO $$ BEGIN
  ASSERT plan($q$SELECT * FROM account WHERE lower(email) = 'u7@example.org'$q$) LIKE 'Seq Scan%',
         'an index that does not match the condition is not used';
  CREATE INDEX account_lower ON account (lower(email));
  ASSERT plan($q$SELECT * FROM account WHERE lower(email) = 'u7@example.org'$q$) ~ 'account_lower';
  ANALYZE account;
  ASSERT plan($q$SELECT * FROM account WHERE lower(email) = 'u7@example.org'$q$) LIKE 'Index Scan using account_lower%';
END $$;
