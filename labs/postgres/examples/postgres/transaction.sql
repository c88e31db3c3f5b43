-- tag::see[]
CREATE TABLE room AS SELECT 1 AS id;
BEGIN;
DELETE FROM room;
SAVEPOINT before_risk;
SELECT 1/0;                  -- ERROR:  division by zero
ROLLBACK TO before_risk;     -- alive again, room still empty
-- end::see[]
DO $$ BEGIN ASSERT (SELECT count(*) FROM room) = 0, 'room is still empty'; END $$;
-- tag::see[]
ROLLBACK;
SELECT * FROM room;          -- the row is back
-- end::see[]

-- Without a savepoint an error is the end of the whole.
\unset QUIET
BEGIN;
SELECT 1/0;                  -- ERROR:  division by zero
SELECT 1;                    -- ERROR:  current transaction is aborted, commands ignored until end of transaction block
COMMIT;
\set QUIET on
