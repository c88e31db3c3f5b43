\ir sessions.psql
-- tag::exclude[]
CREATE TABLE telescope_night (
  observer text NOT NULL,
  during daterange NOT NULL,
  EXCLUDE USING gist (during WITH &&)  -- && means "overlaps"
);
-- end::exclude[]
DO $$ BEGIN
  ASSERT obj_description('&&(anyrange,anyrange)'::regoperator, 'pg_operator') = 'overlaps';
END $$;
-- tag::half-open[]
SELECT int4range(1,5)      && int4range(5,9)       AS half_open,  -- f
       int4range(1,5,'[]') && int4range(5,9,'[]')  AS closed;     -- t
-- end::half-open[]

\set VERBOSITY sqlstate
-- The code of each kind.
CREATE TABLE room (id int PRIMARY KEY, name text NOT NULL UNIQUE, seats int CHECK (seats > 0), next int REFERENCES room);
INSERT INTO room VALUES (1, 'red', 2, 1);
INSERT INTO room VALUES (2, NULL, 2, 1);     -- ERROR:  23502
INSERT INTO room VALUES (2, 'blue', 2, 7);   -- ERROR:  23503
INSERT INTO room VALUES (1, 'blue', 2, 1);   -- ERROR:  23505
INSERT INTO room VALUES (2, 'red', 2, 1);    -- ERROR:  23505
INSERT INTO room VALUES (2, 'blue', 0, 1);   -- ERROR:  23514
INSERT INTO telescope_night VALUES ('Ann', '[2030-01-01,2030-01-05)');
INSERT INTO telescope_night VALUES ('Bob', '[2030-01-05,2030-01-09)');
INSERT INTO telescope_night VALUES ('Cem', '[2030-01-04,2030-01-06)');  -- ERROR:  23P01
-- An empty range overlaps nothing.
INSERT INTO telescope_night VALUES ('Cem', '[2030-01-05,2030-01-05)'), ('Dan', '[2030-01-05,2030-01-05)');

-- What nulls do.
INSERT INTO room VALUES (2, 'blue', NULL, NULL);
CREATE TABLE badge (holder int, level int, UNIQUE (holder, level));
INSERT INTO badge VALUES (1, NULL);
INSERT INTO badge VALUES (1, NULL);
CREATE TABLE one_badge (holder int, level int, UNIQUE NULLS NOT DISTINCT (holder, level));
INSERT INTO one_badge VALUES (1, NULL);
INSERT INTO one_badge VALUES (1, NULL);      -- ERROR:  23505
CREATE TABLE open_night (during daterange, EXCLUDE USING gist (during WITH &&));
INSERT INTO open_night VALUES (NULL), (NULL), ('[2030-01-01,2030-01-05)');

-- A broken rule is the end of the transaction; one that may be deferred breaks at its end.
BEGIN;
INSERT INTO badge VALUES (2, 2);
INSERT INTO badge VALUES (2, 2);             -- ERROR:  23505
SELECT 1;                                    -- ERROR:  25P02
ROLLBACK;
CREATE TABLE seat (id int UNIQUE DEFERRABLE INITIALLY DEFERRED);
BEGIN;
INSERT INTO seat VALUES (1), (1);
COMMIT;                                      -- ERROR:  23505

-- A plain number compared with "=" needs more than GiST offers by itself.
CREATE TABLE several (id int, during daterange, EXCLUDE USING gist (id WITH =, during WITH &&));  -- ERROR:  42704
CREATE EXTENSION btree_gist;
CREATE TABLE several (id int, during daterange, EXCLUDE USING gist (id WITH =, during WITH &&));

-- Two at the same moment.
DO $$ BEGIN
  PERFORM scene.say('ann', 'BEGIN'), scene.say('bob', 'BEGIN');
  ASSERT scene.say('ann', 'INSERT INTO badge VALUES (3, 3)') = 'INSERT 0 1';
  ASSERT scene.say('bob', 'INSERT INTO badge VALUES (3, 3)') = 'waits';
  ASSERT scene.say('ann', 'COMMIT') = 'COMMIT';
  ASSERT scene.answer('bob') = '23505';
END $$;
