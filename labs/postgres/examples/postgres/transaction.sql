CREATE TABLE room AS SELECT 1 AS id;
BEGIN;
DELETE FROM room;
SAVEPOINT before_risk;
SELECT 1/0;                  -- ERROR:  division by zero
ROLLBACK TO before_risk;     -- alive again, room still empty
COMMIT;
