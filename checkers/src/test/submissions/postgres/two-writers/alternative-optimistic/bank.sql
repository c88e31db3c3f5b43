CREATE TABLE households (
  id    integer PRIMARY KEY,
  name  text NOT NULL
);

CREATE TABLE accounts (
  id            integer PRIMARY KEY,
  household_id  integer NOT NULL REFERENCES households,
  balance       integer NOT NULL
);

CREATE TABLE movements (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id  integer NOT NULL REFERENCES accounts,
  amount      integer NOT NULL
);

-- Nobody waits for a turn: whoever finds that the household was written since it looked says 40001 itself. xmin is the
-- transaction that wrote a row; writing it anew is enough.
CREATE FUNCTION turn_page(home integer, seen xid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE households SET name = name WHERE id = home AND xmin = seen;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'household % has changed', home USING ERRCODE = 'serialization_failure';
  END IF;
END $$;

CREATE FUNCTION move(account integer, amount integer) RETURNS void
BEGIN ATOMIC
  UPDATE accounts a SET balance = balance + move.amount WHERE a.id = move.account;
  INSERT INTO movements (account_id, amount) VALUES (move.account, move.amount);
END;

CREATE FUNCTION transfer(from_account integer, to_account integer, amount integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  source  record;
  target  record;
BEGIN
  IF amount < 1 OR from_account = to_account THEN
    RAISE EXCEPTION 'nothing to transfer' USING ERRCODE = 'LX003';
  END IF;
  SELECT a.balance, h.id, h.xmin AS seen, (SELECT sum(o.balance) FROM accounts o WHERE o.household_id = h.id) AS together
    INTO source FROM accounts a JOIN households h ON h.id = a.household_id WHERE a.id = from_account;
  SELECT household_id AS id INTO target FROM accounts WHERE id = to_account;
  IF source.id IS NULL OR target.id IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  END IF;
  IF source.balance < amount OR (source.id <> target.id AND source.together < amount) THEN
    RAISE EXCEPTION 'not enough money' USING ERRCODE = 'LX001';
  END IF;
  PERFORM turn_page(source.id, source.seen);
  PERFORM move(from_account, -amount);
  PERFORM move(to_account, amount);
END $$;

CREATE FUNCTION withdraw(account integer, amount integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  source  record;
BEGIN
  IF amount < 1 THEN
    RAISE EXCEPTION 'nothing to withdraw' USING ERRCODE = 'LX003';
  END IF;
  SELECT h.id, h.xmin AS seen, (SELECT sum(o.balance) FROM accounts o WHERE o.household_id = h.id) AS together
    INTO source FROM accounts a JOIN households h ON h.id = a.household_id WHERE a.id = account;
  IF source.id IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  END IF;
  IF source.together < amount THEN
    RAISE EXCEPTION 'not enough money' USING ERRCODE = 'LX001';
  END IF;
  PERFORM turn_page(source.id, source.seen);
  PERFORM move(account, -amount);
END $$;
