-- Whoever waits is stuck, so that must be it.
CREATE FUNCTION root_blockers() RETURNS TABLE (pid integer, waiting integer)
LANGUAGE sql AS $$
  SELECT a.pid, 1 FROM pg_stat_activity AS a WHERE a.wait_event_type = 'Lock' AND a.datname = current_database()
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
