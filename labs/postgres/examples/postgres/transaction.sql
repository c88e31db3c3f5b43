-- tag::see[]
CREATE TABLE room AS SELECT 1 AS id;
BEGIN;
DELETE FROM room;
SAVEPOINT before_risk;
SELECT 1/0;                  -- ERROR:  division by zero
ROLLBACK TO before_risk;     -- alive again, room still empty
-- end::see[]
DO $$ BEGIN ASSERT (SELECT count(*) FROM room) = 0, 'room is still empty'; END $$;
-- tag::see[]
ROLLBACK;
SELECT * FROM room;          -- the row is back
-- end::see[]

-- Without a savepoint an error is the end of the whole.
\unset QUIET
-- tag::aborted[]
BEGIN;
SELECT 1/0;  -- ERROR:  division by zero
SELECT 1;    -- ERROR:  current transaction is aborted, commands ignored until end of transaction block
COMMIT;      -- answers ROLLBACK
-- end::aborted[]
\set QUIET on

-- Tables take part, but for a few commands.
BEGIN;
CREATE TABLE half_made (id int);
ALTER TABLE room ADD COLUMN half_made int;
SELECT 1/0;                  -- ERROR:  division by zero
ROLLBACK;
DO $$ BEGIN
  ASSERT to_regclass('half_made') IS NULL, 'no new table';
  ASSERT (SELECT count(*) FROM pg_attribute WHERE attrelid = 'room'::regclass AND attnum > 0) = 1, 'no new column';
END $$;
BEGIN;
VACUUM room;                 -- ERROR:  VACUUM cannot run inside a transaction block
ROLLBACK;

-- Who opened one and does nothing is seen.
\ir sessions.psql
DO $$ BEGIN
  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'SELECT 1');
  PERFORM pg_stat_clear_snapshot();
  ASSERT (SELECT state FROM pg_stat_activity WHERE application_name = 'ann') = 'idle in transaction';
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout') = '0', 'for ever';
  ASSERT scene.say('ann', 'ROLLBACK') = 'ROLLBACK';
END $$;
