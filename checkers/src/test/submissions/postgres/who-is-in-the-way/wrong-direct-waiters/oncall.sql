-- Who waits for whom among the client sessions of this database, one row a pair.
CREATE VIEW waits AS
SELECT waiter.pid, blocker.pid AS behind
  FROM pg_stat_activity AS waiter
 CROSS JOIN LATERAL unnest(pg_blocking_pids(waiter.pid)) AS blocker (pid)
 WHERE waiter.datname = current_database();

-- The roots are right; behind them only those are counted that stand right behind.
CREATE FUNCTION root_blockers() RETURNS TABLE (pid integer, waiting integer)
LANGUAGE sql AS $$
  SELECT w.behind, count(*)::integer FROM waits AS w
   WHERE NOT EXISTS (SELECT FROM waits AS o WHERE o.pid = w.behind)
   GROUP BY w.behind
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
       AND a.backend_type = 'client backend'
       AND a.pid <> pg_backend_pid()
  )
  SELECT hold.pid FROM hold WHERE hold.age = (SELECT max(h.age) FROM hold AS h)
$$;
