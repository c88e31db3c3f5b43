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
    CONTINUE WHEN one = ANY (met);
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
  FOR waiter IN SELECT a.pid FROM pg_stat_activity AS a WHERE a.datname = current_database() LOOP
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

-- Whoever has both numbers has looked before they wrote, or at that moment: the snapshot reaches back at least as far.
CREATE FUNCTION horizon_holders() RETURNS TABLE (pid integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  back integer;
  furthest integer;
BEGIN
  FOR pid, back IN
    SELECT pid, age(coalesce(backend_xmin, backend_xid))
      FROM pg_stat_activity
     WHERE coalesce(backend_xmin, backend_xid) IS NOT NULL
       AND datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
     ORDER BY 2 DESC
  LOOP
    EXIT WHEN back < furthest;
    furthest := back;
    RETURN NEXT;
  END LOOP;
END
$$;
