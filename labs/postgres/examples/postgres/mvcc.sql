\ir sessions.psql
-- tag::see[]
CREATE TABLE note AS SELECT 1 AS id, 'draft' AS body;
SELECT ctid, xmin, xmax, * FROM note;
-- end::see[]
CREATE TEMP TABLE earlier AS SELECT ctid AS its_ctid, xmin AS its_xmin FROM note;
-- Cem reads, in a transaction that keeps its snapshot.
DO $$ BEGIN
  PERFORM scene.say('cem', 'BEGIN ISOLATION LEVEL REPEATABLE READ');
  ASSERT scene.say('cem', 'SELECT body FROM note') = 'draft';
  PERFORM scene.say('dan', 'BEGIN');
  ASSERT scene.say('dan', 'SELECT body FROM note') = 'draft';
END $$;
-- tag::see[]
UPDATE note SET body = 'final';
SELECT ctid, xmin, xmax, * FROM note;   -- new ctid, new xmin
-- end::see[]
DO $$ BEGIN
  ASSERT (SELECT note.ctid <> its_ctid AND note.xmin <> its_xmin FROM note, earlier), 'new ctid, new xmin';
  ASSERT scene.say('cem', 'SELECT body FROM note') = 'draft', 'a whole transaction may keep one snapshot';
  ASSERT scene.say('dan', 'SELECT body FROM note') = 'final', 'in the default level each statement takes a fresh one';
  PERFORM scene.say('cem', 'COMMIT'), scene.say('dan', 'COMMIT');

  -- xmax: who locked it, who deletes it.
  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'SELECT id FROM note FOR UPDATE');
  ASSERT (SELECT xmax::text FROM note) = scene.say('ann', 'SELECT pg_current_xact_id()::xid');
  ASSERT scene.say('bob', $q$UPDATE note SET body = 'mine'$q$) = 'waits', 'two writers of a row take turns';
  PERFORM scene.say('ann', 'ROLLBACK'), scene.answer('bob');
  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'DELETE FROM note');
  ASSERT (SELECT xmax::text FROM note) = scene.say('ann', 'SELECT pg_current_xact_id()::xid'), 'readers do not wait';
END $$;
