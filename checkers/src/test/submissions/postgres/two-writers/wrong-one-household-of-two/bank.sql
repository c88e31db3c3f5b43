-- The mistake: of the two households of a transfer the one with the smaller number is locked, which need not be the payer's.
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

CREATE FUNCTION transfer(from_account integer, to_account integer, amount integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  home      integer := (SELECT household_id FROM accounts WHERE id = from_account);
  away      integer := (SELECT household_id FROM accounts WHERE id = to_account);
  together  bigint;
BEGIN
  IF amount < 1 OR from_account = to_account THEN
    RAISE EXCEPTION 'nothing to transfer' USING ERRCODE = 'LX003';
  END IF;
  IF home IS NULL OR away IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  END IF;
  PERFORM pg_advisory_xact_lock(least(home, away));
  SELECT sum(balance) INTO together FROM accounts WHERE household_id = home;
  IF home <> away AND together < amount THEN
    RAISE EXCEPTION 'not enough money in the household' USING ERRCODE = 'LX001';
  END IF;
  UPDATE accounts SET balance = balance - amount WHERE id = from_account AND balance >= amount;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not enough money in the account' USING ERRCODE = 'LX001';
  END IF;
  UPDATE accounts SET balance = balance + amount WHERE id = to_account;
  INSERT INTO movements (account_id, amount) VALUES (from_account, -amount), (to_account, amount);
END $$;

CREATE FUNCTION withdraw(account integer, amount integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  home      integer := (SELECT household_id FROM accounts WHERE id = account);
  together  bigint;
BEGIN
  IF amount < 1 THEN
    RAISE EXCEPTION 'nothing to withdraw' USING ERRCODE = 'LX003';
  END IF;
  IF home IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  END IF;
  PERFORM pg_advisory_xact_lock(home);
  SELECT sum(balance) INTO together FROM accounts WHERE household_id = home;
  IF together < amount THEN
    RAISE EXCEPTION 'not enough money in the household' USING ERRCODE = 'LX001';
  END IF;
  UPDATE accounts SET balance = balance - amount WHERE id = account;
  INSERT INTO movements (account_id, amount) VALUES (account, -amount);
END $$;
