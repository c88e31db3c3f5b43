CREATE TABLE account AS
SELECT id, 'u' || id || '@example.org' AS email FROM generate_series(1, 30000) AS id;
CREATE INDEX account_lower ON account (lower(email));
ANALYZE account;
-- tag::query[]
EXPLAIN (COSTS OFF)
SELECT * FROM account WHERE lower(email) = 'u7@example.org';
-- end::query[]

-- tag::analyze[]
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT * FROM account WHERE id = 7;
-- end::analyze[]
EXPLAIN SELECT * FROM account;

-- No dry run.
BEGIN;
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) DELETE FROM account WHERE id = 7;
SELECT count(*) FROM account WHERE id = 7;
ROLLBACK;
SELECT count(*) FROM account WHERE id = 7;
