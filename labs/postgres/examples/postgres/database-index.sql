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

-- The order of columns: what the first of them does not narrow must be read through.
CREATE TABLE seat (room int, day int, note text);
INSERT INTO seat SELECT i / 1000, i % 1000, 'free' FROM generate_series(0, 99999) AS i;
CREATE INDEX seat_room_day ON seat (room, day);
VACUUM ANALYZE seat;
-- How many pages a query touches.
CREATE FUNCTION pages(query text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, FORMAT json) ' || query INTO plan;
  RETURN (plan #>> '{0,Plan,Shared Hit Blocks}')::int + (plan #>> '{0,Plan,Shared Read Blocks}')::int;
END $$;
DO $$ BEGIN
  ASSERT pages('SELECT * FROM seat WHERE room = 7 AND day = 7') < 10;
  ASSERT pages('SELECT * FROM seat WHERE room = 7') < 30;
  ASSERT pages('SELECT * FROM seat WHERE day = 7') > 200, 'by the second column alone, nearly all is read';
END $$;

-- A build beside the writers may fail, and leaves an index that is kept up and never used.
INSERT INTO room VALUES (1, 'red'), (2, 'blue');
CREATE TABLE guest (email text);
INSERT INTO guest VALUES ('a@example.org'), ('a@example.org');
-- tag::invalid[]
CREATE UNIQUE INDEX CONCURRENTLY guest_email
  ON guest (email);  -- ERROR:  could not create unique index "guest_email"
SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid;
DROP INDEX guest_email;
-- end::invalid[]
BEGIN;
CREATE INDEX CONCURRENTLY ON guest (email);  -- ERROR:  CREATE INDEX CONCURRENTLY cannot run inside a transaction block
ROLLBACK;

-- The plain form stops writers.
BEGIN;
CREATE INDEX ON booking (room);
DO $$ BEGIN
  ASSERT scene.say('ann', 'SELECT count(*) FROM booking') = '0';
  ASSERT scene.say('ann', 'INSERT INTO booking VALUES (NULL)') = 'waits';
END $$;
COMMIT;
DO $$ BEGIN ASSERT scene.answer('ann') = 'INSERT 0 1'; END $$;
