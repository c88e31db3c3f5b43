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
-- Columns that go together are estimated as if they did not.
CREATE TABLE address AS SELECT 'city ' || i % 100 AS city, 'land ' || i % 100 / 10 AS land FROM generate_series(1, 10000) AS i;
ANALYZE address;
-- The rows that are expected and those that come.
CREATE FUNCTION expected(query text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
  RETURN plan #>> '{0,Plan,Plan Rows}';
END $$;
SELECT expected($q$SELECT * FROM address WHERE city = 'city 7'$q$) AS one,
       expected($q$SELECT * FROM address WHERE city = 'city 7' AND land = 'land 0'$q$) AS two;
-- tag::together[]
CREATE STATISTICS address_together ON city, land FROM address;
ANALYZE address;
-- end::together[]
SELECT expected($q$SELECT * FROM address WHERE city = 'city 7' AND land = 'land 0'$q$) AS two;

-- A table that was filled and not yet looked at.
CREATE TABLE fresh (id int) WITH (autovacuum_enabled = off);
ANALYZE fresh;
INSERT INTO fresh SELECT 1 FROM generate_series(1, 1000);
DO $$ BEGIN
  ASSERT expected('SELECT * FROM fresh WHERE id = 1') < 100, 'far from a thousand';
  ANALYZE fresh;
  ASSERT expected('SELECT * FROM fresh WHERE id = 1') = 1000;
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'autovacuum_analyze_threshold') = '50';
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'autovacuum_analyze_scale_factor') = '0.1';
END $$;
DO $$ BEGIN
  ASSERT plan($q$SELECT * FROM account WHERE lower(email) = 'u7@example.org'$q$) LIKE 'Seq Scan%',
         'an index that does not match the condition is not used';
  CREATE INDEX account_lower ON account (lower(email));
  ASSERT plan($q$SELECT * FROM account WHERE lower(email) = 'u7@example.org'$q$) ~ 'account_lower';
  ANALYZE account;
  ASSERT plan($q$SELECT * FROM account WHERE lower(email) = 'u7@example.org'$q$) LIKE 'Index Scan using account_lower%';
END $$;
