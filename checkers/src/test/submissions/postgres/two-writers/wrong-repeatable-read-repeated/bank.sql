-- The mistake: this level notices two writers of one row, and not two that each write what the other one reads.
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
  source    accounts;
  target    accounts;
  together  bigint;
BEGIN
  IF amount < 1 OR from_account = to_account THEN
    RAISE EXCEPTION 'nothing to transfer' USING ERRCODE = 'LX003';
  END IF;
  SELECT * INTO source FROM accounts WHERE id = from_account;
  SELECT * INTO target FROM accounts WHERE id = to_account;
  IF source.id IS NULL OR target.id IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  END IF;
  SELECT sum(balance) INTO together FROM accounts WHERE household_id = source.household_id;
  IF source.balance < amount OR (target.household_id <> source.household_id AND together < amount) THEN
    RAISE EXCEPTION 'not enough money' USING ERRCODE = 'LX001';
  END IF;
  UPDATE accounts SET balance = source.balance - amount WHERE id = source.id;
  UPDATE accounts SET balance = target.balance + amount WHERE id = target.id;
  INSERT INTO movements (account_id, amount) VALUES (source.id, -amount), (target.id, amount);
END $$;

CREATE FUNCTION withdraw(account integer, amount integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  source    accounts;
  together  bigint;
BEGIN
  IF amount < 1 THEN
    RAISE EXCEPTION 'nothing to withdraw' USING ERRCODE = 'LX003';
  END IF;
  SELECT * INTO source FROM accounts WHERE id = account;
  IF source.id IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  END IF;
  SELECT sum(balance) INTO together FROM accounts WHERE household_id = source.household_id;
  IF together < amount THEN
    RAISE EXCEPTION 'not enough money' USING ERRCODE = 'LX001';
  END IF;
  UPDATE accounts SET balance = source.balance - amount WHERE id = source.id;
  INSERT INTO movements (account_id, amount) VALUES (source.id, -amount);
END $$;
