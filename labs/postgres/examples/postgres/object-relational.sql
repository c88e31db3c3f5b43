-- tag::domain[]
CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100);
SELECT 150::percent;  -- ERROR:  value for domain percent violates check constraint "percent_check"
-- end::domain[]
SELECT 100::percent;

-- Operators are rows, and users add some.
DO $$
DECLARE
  before bigint := (SELECT count(*) FROM pg_operator);
BEGIN
  ASSERT before BETWEEN 300 AND 999, 'several hundred operators';
  CREATE OPERATOR <~> (FUNCTION = int4mul, LEFTARG = int, RIGHTARG = int);
  ASSERT (SELECT count(*) FROM pg_operator) = before + 1;
END $$;
SELECT int4range(1, 5) && tsrange('2030-01-01', '2030-01-02');  -- ERROR:  operator does not exist: int4range && tsrange
