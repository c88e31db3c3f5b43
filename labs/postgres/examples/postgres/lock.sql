\ir sessions.psql
CREATE TABLE room AS SELECT generate_series(1, 2) AS id, 10 AS seats;

-- Ann changes a row and does not end; Bob and Cem wait for it.
DO $$ BEGIN
  ASSERT scene.say('ann', 'BEGIN') = 'BEGIN';
  ASSERT scene.say('ann', 'UPDATE room SET seats = 11 WHERE id = 1') = 'UPDATE 1';
  ASSERT scene.say('bob', 'UPDATE room SET seats = 12 WHERE id = 1') = 'waits', 'two writers of one row take turns';
  ASSERT scene.say('cem', 'UPDATE room SET seats = 13 WHERE id = 1') = 'waits';
  ASSERT scene.say('dan', 'SELECT seats FROM room WHERE id = 1') = '10', 'a reader does not wait';
END $$;
\pset format unaligned
-- tag::see[]
SELECT pid, pg_blocking_pids(pid) AS blocked_by, state, query
  FROM pg_stat_activity
 WHERE cardinality(pg_blocking_pids(pid)) > 0;
-- end::see[]
DO $$ BEGIN
  ASSERT pg_blocking_pids(scene.pid('bob')) = ARRAY[scene.pid('ann')];
  ASSERT pg_blocking_pids(scene.pid('cem')) = ARRAY[scene.pid('bob')], 'waits form chains';
  ASSERT pg_blocking_pids(scene.pid('ann')) = '{}', 'the root waits for nobody';
  ASSERT (SELECT state FROM pg_stat_activity WHERE application_name = 'ann') = 'idle in transaction';
  ASSERT (SELECT array_agg(locktype ORDER BY locktype) FROM pg_locks WHERE NOT granted) = '{transactionid,tuple}',
         'a wait for a row is a wait for a transaction';
  ASSERT scene.say('ann', 'COMMIT') = 'COMMIT';
  ASSERT scene.answer('bob') = 'UPDATE 1';
  ASSERT scene.answer('cem') = 'UPDATE 1';
END $$;

-- Who would rather not wait.
DO $$ BEGIN
  ASSERT scene.say('ann', 'BEGIN') = 'BEGIN';
  ASSERT scene.say('ann', 'SELECT count(*) FROM room') = '2';
END $$;
-- tag::timeout[]
SET lock_timeout = '2s';
ALTER TABLE room
  ADD COLUMN wing text;  -- ERROR:  canceling statement due to lock timeout
-- end::timeout[]
RESET lock_timeout;
DO $$ BEGIN
  ASSERT scene.say('ann', 'ROLLBACK') = 'ROLLBACK';
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'lock_timeout') = '0', 'for ever';
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'log_lock_waits') = 'off';
END $$;

-- A ring.
DO $$ BEGIN
  ASSERT (SELECT boot_val FROM pg_settings WHERE name = 'deadlock_timeout' AND unit = 'ms') = '1000';
END $$;
DO $$
DECLARE
  ann text;
  bob text;
BEGIN
  PERFORM scene.say('ann', 'BEGIN'), scene.say('bob', 'BEGIN');
  PERFORM scene.say('ann', 'UPDATE room SET seats = 20 WHERE id = 1');
  PERFORM scene.say('bob', 'UPDATE room SET seats = 20 WHERE id = 2');
  ASSERT scene.say('ann', 'UPDATE room SET seats = 20 WHERE id = 2') = 'waits';
  bob := scene.say('bob', 'UPDATE room SET seats = 20 WHERE id = 1');
  IF bob = 'waits' THEN
    bob := scene.answer('bob');
  END IF;
  IF bob = '40P01' THEN
    PERFORM scene.say('bob', 'ROLLBACK');
  END IF;
  ann := scene.answer('ann');
  ASSERT (ann = '40P01') <> (bob = '40P01'), 'one of the ring is aborted';
  PERFORM scene.say('ann', 'ROLLBACK'), scene.say('bob', 'ROLLBACK');
END $$;

-- A migration behind one long query.
DO $$ BEGIN
  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'SELECT count(*) FROM room');
  ASSERT scene.say('bob', 'ALTER TABLE room ADD COLUMN floor int') = 'waits';
  ASSERT scene.say('cem', 'SELECT count(*) FROM room') = 'waits', 'later readers wait behind the migration';
  ASSERT scene.say('dan', 'UPDATE room SET seats = 30 WHERE id = 1') = 'waits', 'and writers';
  ASSERT pg_blocking_pids(scene.pid('bob')) = ARRAY[scene.pid('ann')];
  ASSERT pg_blocking_pids(scene.pid('cem')) = ARRAY[scene.pid('bob')];
  ASSERT pg_blocking_pids(scene.pid('dan')) = ARRAY[scene.pid('bob')];
  ASSERT (SELECT array_agg(mode ORDER BY mode) FROM pg_locks WHERE relation = 'room'::regclass AND granted)
         = '{AccessShareLock}';
  ASSERT (SELECT array_agg(mode ORDER BY mode) FROM pg_locks WHERE relation = 'room'::regclass AND NOT granted)
         = '{AccessExclusiveLock,AccessShareLock,RowExclusiveLock}';
  ASSERT scene.say('ann', 'COMMIT') = 'COMMIT';
  ASSERT scene.answer('bob') = 'ALTER TABLE';
  ASSERT scene.answer('cem') = '2';
  ASSERT scene.answer('dan') = 'UPDATE 1';
END $$;
