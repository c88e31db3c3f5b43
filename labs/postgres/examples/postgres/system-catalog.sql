CREATE TABLE room (id int PRIMARY KEY, name text UNIQUE, seats int CHECK (seats > 0), next int REFERENCES room);
-- tag::see[]
SELECT conname, contype, conkey, pg_get_constraintdef(oid) AS rule
  FROM pg_constraint WHERE conrelid = 'room'::regclass
 ORDER BY conname;
-- end::see[]
\pset format unaligned
DO $$ BEGIN
  ASSERT (SELECT array_agg(contype::text ORDER BY contype) FROM pg_constraint WHERE conrelid = 'room'::regclass) = '{c,f,p,u}';
END $$;

-- A role without rights on a table.
CREATE ROLE visitor;
SET ROLE visitor;
DO $$ BEGIN
  ASSERT (SELECT count(*) FROM information_schema.tables WHERE table_name = 'room') = 0;
  ASSERT (SELECT count(*) FROM pg_class WHERE relname = 'room') = 1;
END $$;
RESET ROLE;
DO $$ BEGIN
  ASSERT (SELECT count(*) FROM information_schema.tables WHERE table_name = 'room') = 1;
  ASSERT (SELECT count(*) FROM pg_class WHERE relname = 'room_pkey' AND relkind = 'i') = 1;
  ASSERT (SELECT count(*) FROM information_schema.tables WHERE table_name = 'room_pkey') = 0, 'it knows no indexes';
  ASSERT (SELECT relisshared FROM pg_class WHERE relname = 'pg_database');
  ASSERT (SELECT relisshared FROM pg_class WHERE relname = 'pg_authid');
  ASSERT NOT (SELECT relisshared FROM pg_class WHERE relname = 'pg_class');
  ASSERT current_setting('config_file') LIKE '/%';
  ASSERT pg_current_logfile() IS NULL OR pg_current_logfile() LIKE '%_';
END $$;

-- Names are folded to small letters, unless they are quoted.
CREATE TABLE "Guest" (id int);
-- tag::folded[]
SELECT * FROM Guest;           -- ERROR:  relation "guest" does not exist
SELECT oid::regclass FROM pg_class
 WHERE relname ILIKE 'guest';  -- "Guest", with its quotes
-- end::folded[]
SELECT * FROM "Guest";
DO $$ BEGIN ASSERT format('%I', 'Guest') = '"Guest"' AND format('%I', 'guest') = 'guest'; END $$;

-- Names are unique within a schema alone.
CREATE SCHEMA other CREATE TABLE room (id int);

-- With -E, psql prints the queries that it asks.
\set ECHO_HIDDEN on
\d other.room
\set ECHO_HIDDEN off
