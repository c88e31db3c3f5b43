-- Joins locks of the same thing; which modes get along is not asked.
CREATE VIEW waits AS
SELECT DISTINCT waiting.pid, holding.pid AS behind
  FROM pg_locks AS waiting
  JOIN pg_locks AS holding
    ON (waiting.locktype, waiting.database, waiting.relation, waiting.page, waiting.tuple, waiting.transactionid,
        waiting.classid, waiting.objid, waiting.objsubid)
       IS NOT DISTINCT FROM
       (holding.locktype, holding.database, holding.relation, holding.page, holding.tuple, holding.transactionid,
        holding.classid, holding.objid, holding.objsubid)
 WHERE NOT waiting.granted AND holding.granted
   AND waiting.pid IN (SELECT a.pid FROM pg_stat_activity AS a WHERE a.datname = current_database());

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
       AND a.backend_type = 'client backend'
       AND a.pid <> pg_backend_pid()
  )
  SELECT hold.pid FROM hold WHERE hold.age = (SELECT max(h.age) FROM hold AS h)
$$;
