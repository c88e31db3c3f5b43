\ir sessions.psql
CREATE TABLE account (id int PRIMARY KEY, bal int);

-- Each anomaly in each level; what the second of two sessions is told where it would suffer it.
CREATE FUNCTION lost_update(level text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  PERFORM scene.say('ann', 'TRUNCATE account'), scene.say('ann', 'INSERT INTO account VALUES (1, 100)');
  PERFORM scene.say('ann', 'BEGIN ISOLATION LEVEL ' || level), scene.say('bob', 'BEGIN ISOLATION LEVEL ' || level);
  ASSERT scene.say('ann', 'SELECT bal FROM account') = '100';
  ASSERT scene.say('bob', 'SELECT bal FROM account') = '100';
  PERFORM scene.say('ann', 'UPDATE account SET bal = 90');
  ASSERT scene.say('bob', 'UPDATE account SET bal = 90') = 'waits';
  ASSERT scene.say('ann', 'COMMIT') = 'COMMIT';
  told := scene.answer('bob');
  PERFORM scene.say('bob', 'COMMIT');
  RETURN CASE told WHEN 'UPDATE 1' THEN scene.say('cem', 'SELECT bal FROM account') ELSE told END;
END $$;

CREATE FUNCTION phantom(level text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  PERFORM scene.say('ann', 'TRUNCATE account');
  PERFORM scene.say('bob', 'BEGIN ISOLATION LEVEL ' || level);
  ASSERT scene.say('bob', 'SELECT count(*) FROM account WHERE bal > 50') = '0';
  ASSERT scene.say('ann', 'INSERT INTO account VALUES (1, 100)') = 'INSERT 0 1';
  told := scene.say('bob', 'SELECT count(*) FROM account WHERE bal > 50');
  PERFORM scene.say('bob', 'COMMIT');
  RETURN told;
END $$;

CREATE FUNCTION write_skew(level text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  PERFORM scene.say('ann', 'TRUNCATE account'), scene.say('ann', 'INSERT INTO account VALUES (1, 50), (2, 50)');
  PERFORM scene.say('ann', 'BEGIN ISOLATION LEVEL ' || level), scene.say('bob', 'BEGIN ISOLATION LEVEL ' || level);
  ASSERT scene.say('ann', 'SELECT sum(bal) FROM account') = '100';
  ASSERT scene.say('bob', 'SELECT sum(bal) FROM account') = '100';
  PERFORM scene.say('ann', 'UPDATE account SET bal = bal - 100 WHERE id = 1');
  told := scene.say('bob', 'UPDATE account SET bal = bal - 100 WHERE id = 2');
  PERFORM scene.say('ann', 'COMMIT');
  IF told = 'UPDATE 1' THEN
    told := scene.say('bob', 'COMMIT');
  ELSE
    PERFORM scene.say('bob', 'ROLLBACK');
  END IF;
  RETURN CASE told WHEN 'COMMIT' THEN scene.say('cem', 'SELECT sum(bal) FROM account') ELSE told END;
END $$;

\pset format unaligned
SELECT level, lost_update(level), phantom(level), write_skew(level)
  FROM unnest('{READ UNCOMMITTED,READ COMMITTED,REPEATABLE READ,SERIALIZABLE}'::text[]) AS level;

-- An atomic statement, or a lock before reading, loses nothing, and nothing that is not committed is read.
DO $$ BEGIN
  PERFORM scene.say('ann', 'TRUNCATE account'), scene.say('ann', 'INSERT INTO account VALUES (1, 100)');
  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'UPDATE account SET bal = bal - 10');
  ASSERT scene.say('bob', 'UPDATE account SET bal = bal - 10') = 'waits';
  PERFORM scene.say('ann', 'COMMIT'), scene.answer('bob');
  ASSERT scene.say('cem', 'SELECT bal FROM account') = '80';

  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'SELECT bal FROM account FOR UPDATE');
  ASSERT scene.say('bob', 'SELECT bal FROM account FOR UPDATE') = 'waits';
  PERFORM scene.say('ann', 'UPDATE account SET bal = 70'), scene.say('ann', 'COMMIT');
  ASSERT scene.answer('bob') = '70';

  PERFORM scene.say('ann', 'BEGIN'), scene.say('ann', 'UPDATE account SET bal = 0');
  PERFORM scene.say('bob', 'BEGIN ISOLATION LEVEL READ UNCOMMITTED');
  ASSERT scene.say('bob', 'SELECT bal FROM account') = '70';
  PERFORM scene.say('ann', 'ROLLBACK'), scene.say('bob', 'ROLLBACK');
END $$;

DO $$ BEGIN
  PERFORM scene.say('ann', 'TRUNCATE account'), scene.say('ann', 'INSERT INTO account VALUES (1, 100)');
END $$;
-- tag::refused[]
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT bal FROM account WHERE id = 1;
-- 100, and now somebody else takes 10 and commits
-- end::refused[]
DO $$ BEGIN
  ASSERT scene.say('bob', 'UPDATE account SET bal = bal - 10') = 'UPDATE 1';
END $$;
-- tag::refused[]
UPDATE account SET bal = bal - 10
 WHERE id = 1;  -- ERROR:  could not serialize access due to concurrent update
ROLLBACK;       -- and once more from BEGIN
-- end::refused[]

-- tag::see[]
SHOW transaction_isolation;   -- read committed
BEGIN ISOLATION LEVEL SERIALIZABLE;
-- end::see[]
SHOW transaction_isolation;
