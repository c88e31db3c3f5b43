-- Walks from every waiting session to those it waits for, again and again, until nobody new is met.
CREATE FUNCTION ahead_of(start integer) RETURNS integer[]
LANGUAGE plpgsql AS $$
DECLARE
  met integer[] := ARRAY[]::integer[];
  next integer[] := pg_blocking_pids(start);
  one integer;
BEGIN
  WHILE cardinality(next) > 0 LOOP
    one := next[1];
    next := next[2:];
    CONTINUE WHEN one = ANY (met) OR one = 0;
    met := met || one;
    next := next || pg_blocking_pids(one);
  END LOOP;
  RETURN met;
END
$$;

CREATE FUNCTION root_blockers() RETURNS TABLE (pid integer, waiting bigint)
LANGUAGE plpgsql AS $$
DECLARE
  waiter integer;
  root integer;
  counts jsonb := '{}';
BEGIN
  FOR waiter IN SELECT l.pid FROM pg_locks AS l WHERE NOT l.granted GROUP BY l.pid LOOP
    CONTINUE WHEN NOT EXISTS (
      SELECT FROM pg_stat_activity AS a WHERE a.pid = waiter AND a.datname = current_database());
    FOREACH root IN ARRAY ahead_of(waiter) LOOP
      CONTINUE WHEN cardinality(pg_blocking_pids(root)) > 0;
      counts := jsonb_set(counts, ARRAY[root::text], to_jsonb(coalesce((counts ->> root::text)::bigint, 0) + 1));
    END LOOP;
  END LOOP;
  RETURN QUERY SELECT c.key::integer, c.value::bigint FROM jsonb_each_text(counts) AS c;
END
$$;

CREATE FUNCTION unblock() RETURNS SETOF integer
LANGUAGE plpgsql AS $$
DECLARE
  root integer;
BEGIN
  FOREACH root IN ARRAY ARRAY(SELECT b.pid FROM root_blockers() AS b) LOOP
    PERFORM pg_terminate_backend(root);
    RETURN NEXT root;
  END LOOP;
END
$$;

CREATE FUNCTION horizon_holders() RETURNS TABLE (pid integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  a record;
  furthest bigint := -1;
  found integer[] := ARRAY[]::integer[];
BEGIN
  FOR a IN
    SELECT pid, CASE
             WHEN backend_xmin IS NULL THEN age(backend_xid)
             WHEN backend_xid IS NULL THEN age(backend_xmin)
             WHEN age(backend_xid) > age(backend_xmin) THEN age(backend_xid)
             ELSE age(backend_xmin)
           END AS back
      FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
  LOOP
    CONTINUE WHEN a.back IS NULL OR a.back < furthest;
    IF a.back > furthest THEN
      furthest := a.back;
      found := ARRAY[]::integer[];
    END IF;
    found := found || a.pid;
  END LOOP;
  RETURN QUERY SELECT unnest(found);
END
$$;
