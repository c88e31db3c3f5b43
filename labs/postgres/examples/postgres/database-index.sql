\ir sessions.psql
CREATE TABLE account AS
SELECT id, 'u' || id || '@example.org' AS email, CASE WHEN id % 100 = 0 THEN 'closed' ELSE 'open' END AS status
  FROM generate_series(1, 300000) AS id;
\pset format unaligned
-- tag::see[]
CREATE INDEX account_lower ON account (lower(email));
SELECT relid::regclass, indexrelid::regclass, idx_scan
  FROM pg_stat_user_indexes;
-- end::see[]

-- idx_scan counts uses.
ANALYZE account;
SELECT id FROM account WHERE lower(email) = 'u7@example.org';
SELECT pg_stat_force_next_flush();
SELECT idx_scan FROM pg_stat_user_indexes;

-- An index on what most rows share is not used to find it; a partial one serves the rare.
CREATE INDEX account_status ON account (status);
ANALYZE account;
EXPLAIN (COSTS OFF) SELECT * FROM account WHERE status = 'open';
DROP INDEX account_status;
CREATE INDEX account_closed ON account (id) WHERE status = 'closed';
EXPLAIN (COSTS OFF) SELECT * FROM account WHERE status = 'closed' ORDER BY id;

-- Keys bring an index, references do not.
CREATE TABLE room (id int PRIMARY KEY, name text UNIQUE);
CREATE TABLE booking (room int REFERENCES room);
SELECT indexrelid::regclass FROM pg_index WHERE indrelid IN ('room'::regclass, 'booking'::regclass) ORDER BY 1;

-- The plain form stops writers.
BEGIN;
CREATE INDEX ON booking (room);
DO $$ BEGIN
  ASSERT scene.say('ann', 'SELECT count(*) FROM booking') = '0';
  ASSERT scene.say('ann', 'INSERT INTO booking VALUES (NULL)') = 'waits';
END $$;
COMMIT;
DO $$ BEGIN ASSERT scene.answer('ann') = 'INSERT 0 1'; END $$;
