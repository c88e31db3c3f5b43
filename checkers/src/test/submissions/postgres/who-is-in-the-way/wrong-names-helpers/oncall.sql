-- Who waits for whom among the client sessions of this database, one row a pair.
CREATE VIEW waits AS
SELECT waiter.pid, blocker.pid AS behind
  FROM pg_stat_activity AS waiter
 CROSS JOIN LATERAL unnest(pg_blocking_pids(waiter.pid)) AS blocker (pid)
 WHERE waiter.datname = current_database();

CREATE FUNCTION root_blockers() RETURNS TABLE (pid integer, waiting integer)
LANGUAGE sql AS $$
  WITH RECURSIVE edge AS MATERIALIZED (
    SELECT w.pid, w.behind FROM waits AS w
  ), chain (pid, behind) AS (
    SELECT e.pid, e.behind FROM edge AS e
    UNION
    SELECT c.pid, e.behind FROM chain AS c JOIN edge AS e ON e.pid = c.behind
  )
  SELECT c.behind, count(*)::integer
    FROM chain AS c
   WHERE c.behind NOT IN (SELECT e.pid FROM edge AS e)
   GROUP BY c.behind
$$;

CREATE FUNCTION unblock() RETURNS SETOF integer
LANGUAGE sql AS $$
  WITH root AS MATERIALIZED (SELECT r.pid FROM root_blockers() AS r)
  SELECT root.pid FROM root WHERE pg_terminate_backend(root.pid)
$$;

CREATE FUNCTION horizon_holders() RETURNS SETOF integer
LANGUAGE sql AS $$
  WITH hold AS (
    SELECT a.pid, greatest(age(a.backend_xmin), age(a.backend_xid)) AS age
      FROM pg_stat_activity AS a
     WHERE a.datname = current_database()
       AND a.pid <> pg_backend_pid()
  )
  SELECT hold.pid FROM hold WHERE hold.age = (SELECT max(h.age) FROM hold AS h)
$$;
