-- Reads pg_locks alone: two locks on the same thing stand in each other's way if their modes conflict, and the one that
-- waits longer comes first. Chapter 13.3 of the manual has the table of conflicts.
CREATE TABLE mode (name text PRIMARY KEY, place integer);
INSERT INTO mode VALUES
  ('AccessShareLock', 1), ('RowShareLock', 2), ('RowExclusiveLock', 3), ('ShareUpdateExclusiveLock', 4),
  ('ShareLock', 5), ('ShareRowExclusiveLock', 6), ('ExclusiveLock', 7), ('AccessExclusiveLock', 8);

CREATE TABLE conflict AS
SELECT one.name AS wanted, other.name AS there
  FROM mode AS one CROSS JOIN mode AS other
 WHERE (one.place, other.place) IN (
   (1,8), (2,7),(2,8), (3,5),(3,6),(3,7),(3,8), (4,4),(4,5),(4,6),(4,7),(4,8),
   (5,3),(5,4),(5,6),(5,7),(5,8), (6,3),(6,4),(6,5),(6,6),(6,7),(6,8),
   (7,2),(7,3),(7,4),(7,5),(7,6),(7,7),(7,8),
   (8,1),(8,2),(8,3),(8,4),(8,5),(8,6),(8,7),(8,8));

CREATE VIEW pair AS
SELECT DISTINCT want.pid AS waiter, have.pid AS blocker
  FROM pg_locks AS want
  JOIN pg_locks AS have
    ON want.locktype = have.locktype
   AND (want.database, want.relation, want.page, want.tuple, want.virtualxid, want.transactionid,
        want.classid, want.objid, want.objsubid)
       IS NOT DISTINCT FROM
       (have.database, have.relation, have.page, have.tuple, have.virtualxid, have.transactionid,
        have.classid, have.objid, have.objsubid)
   AND want.pid <> have.pid
  JOIN conflict AS c ON c.wanted = want.mode AND c.there = have.mode
 WHERE NOT want.granted
   AND (have.granted OR have.waitstart < want.waitstart)
   AND want.pid IN (SELECT a.pid FROM pg_stat_activity AS a WHERE a.datname = current_database());

CREATE FUNCTION root_blockers() RETURNS TABLE (pid integer, waiting bigint)
LANGUAGE sql
BEGIN ATOMIC
  WITH RECURSIVE p AS MATERIALIZED (SELECT waiter, blocker FROM pair),
  above (waiter, blocker, depth) AS (
    SELECT waiter, blocker, 1 FROM p
    UNION
    SELECT above.waiter, p.blocker, depth + 1 FROM above JOIN p ON p.waiter = above.blocker WHERE depth < 50
  )
  SELECT blocker, count(DISTINCT waiter) FROM above
   WHERE NOT EXISTS (SELECT FROM p WHERE p.waiter = above.blocker)
   GROUP BY blocker;
END;

CREATE FUNCTION unblock() RETURNS TABLE (pid bigint)
LANGUAGE sql AS $$
  SELECT r.pid FROM (SELECT pid FROM root_blockers() OFFSET 0) AS r WHERE pg_terminate_backend(r.pid)
$$;

CREATE FUNCTION horizon_holders() RETURNS SETOF integer
LANGUAGE sql AS $$
  SELECT ranked.pid FROM (
    SELECT a.pid, rank() OVER (ORDER BY back.age DESC) AS place
      FROM pg_stat_activity AS a
     CROSS JOIN LATERAL (
       SELECT max(age(x.number)) FROM (VALUES (a.backend_xmin), (a.backend_xid)) AS x (number)) AS back (age)
     WHERE a.pid NOT IN (pg_backend_pid())
       AND a.datid = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
       AND a.backend_type = 'client backend'
       AND back.age IS NOT NULL
  ) AS ranked
  WHERE ranked.place = 1
$$;
