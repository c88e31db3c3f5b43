\ir sessions.psql
CREATE TABLE note AS SELECT 1 AS id, 'draft' AS body;
CREATE TABLE untouched AS SELECT 1 AS id;

-- Ann holds a snapshot and does nothing.
DO $$ BEGIN
  PERFORM scene.say('ann', 'BEGIN ISOLATION LEVEL REPEATABLE READ'), scene.say('ann', 'SELECT 1');
END $$;
UPDATE note SET body = 'final';
SELECT pg_stat_force_next_flush() \g /dev/null
\! psql -X -c 'VACUUM (VERBOSE, PROCESS_TOAST off) note' 2>&1 | grep tuples:

\pset format unaligned
-- tag::see[]
SELECT relname, n_live_tup, n_dead_tup, last_autovacuum
  FROM pg_stat_user_tables ORDER BY n_dead_tup DESC;
SELECT pid, state, xact_start FROM pg_stat_activity
 WHERE backend_xmin IS NOT NULL OR backend_xid IS NOT NULL
 ORDER BY xact_start;
-- end::see[]
DO $$ BEGIN
  ASSERT (SELECT pid FROM pg_stat_activity WHERE backend_xmin IS NOT NULL OR backend_xid IS NOT NULL
           ORDER BY xact_start LIMIT 1) = scene.pid('ann'), 'the oldest is the suspect';
  ASSERT scene.say('ann', 'COMMIT') = 'COMMIT';
  -- After a write, too.
  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'INSERT INTO untouched VALUES (2)');
  PERFORM pg_stat_clear_snapshot();
  ASSERT (SELECT backend_xmin IS NULL AND state = 'idle in transaction' FROM pg_stat_activity WHERE pid = scene.pid('ann'));
END $$;
UPDATE note SET body = 'last';
\! psql -X -c 'VACUUM (VERBOSE, PROCESS_TOAST off) note' 2>&1 | grep -o '[0-9]* are dead but not yet removable'
DO $$ BEGIN
  PERFORM scene.say('ann', 'COMMIT');
END $$;
\! psql -X -c 'VACUUM (VERBOSE, PROCESS_TOAST off) note' 2>&1 | grep -o '[0-9]* are dead but not yet removable'

DO $$ BEGIN
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'autovacuum_vacuum_threshold') = '50';
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'autovacuum_vacuum_scale_factor') = '0.2';
END $$;

-- The file does not shrink, until it is written anew.
CREATE TABLE big (id int);
INSERT INTO big SELECT generate_series(1, 100000);
SELECT pg_relation_size('big') AS before \gset
DELETE FROM big WHERE id % 2 = 0;
VACUUM big;
SELECT pg_relation_size('big') = :before AS as_large;
VACUUM FULL big;
SELECT pg_relation_size('big') < :before AS smaller;
-- At most empty pages at its end are given back.
DELETE FROM big WHERE id > 50000;
VACUUM big;
SELECT pg_relation_size('big') < :before / 3 AS smaller;
