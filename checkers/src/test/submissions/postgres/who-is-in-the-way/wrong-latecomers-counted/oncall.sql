-- Two locks on the same thing are in each other's way if their modes conflict; which of them came first is not asked.
CREATE VIEW conflict AS
SELECT wanted.key AS wanted, there.name AS there
  FROM jsonb_each('{
    "AccessShareLock": ["AccessExclusiveLock"],
    "RowShareLock": ["ExclusiveLock", "AccessExclusiveLock"],
    "RowExclusiveLock": ["ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"],
    "ShareUpdateExclusiveLock": ["ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock",
                                 "AccessExclusiveLock"],
    "ShareLock": ["RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareRowExclusiveLock", "ExclusiveLock",
                  "AccessExclusiveLock"],
    "ShareRowExclusiveLock": ["RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock",
                              "ExclusiveLock", "AccessExclusiveLock"],
    "ExclusiveLock": ["RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock",
                      "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"],
    "AccessExclusiveLock": ["AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock",
                            "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"]
  }') AS wanted, jsonb_array_elements_text(wanted.value) AS there (name);

CREATE VIEW pair AS
SELECT want.pid AS waiter, have.pid AS blocker
  FROM pg_locks AS want
  JOIN pg_locks AS have
    ON (want.locktype, want.database, want.relation, want.page, want.tuple, want.virtualxid, want.transactionid,
        want.classid, want.objid, want.objsubid)
       IS NOT DISTINCT FROM
       (have.locktype, have.database, have.relation, have.page, have.tuple, have.virtualxid, have.transactionid,
        have.classid, have.objid, have.objsubid)
  JOIN conflict AS c ON c.wanted = want.mode AND c.there = have.mode
 WHERE NOT want.granted
   AND want.pid IN (SELECT a.pid FROM pg_stat_activity AS a WHERE a.datname = current_database());

CREATE FUNCTION root_blockers() RETURNS TABLE (pid integer, waiting bigint)
LANGUAGE sql
BEGIN ATOMIC
  WITH RECURSIVE p AS MATERIALIZED (SELECT waiter, blocker FROM pair),
  above (waiter, blocker) AS (
    SELECT waiter, blocker FROM p
    UNION
    SELECT above.waiter, p.blocker FROM above JOIN p ON p.waiter = above.blocker
  )
  SELECT blocker, count(*) FROM above
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
