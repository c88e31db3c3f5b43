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

-- One row stands for all that belongs to a household; whoever has it may look and write. Two are taken in order.
CREATE FUNCTION enter(homes integer[]) RETURNS void
BEGIN ATOMIC
  SELECT FROM households WHERE id = ANY (homes) ORDER BY id FOR UPDATE;
END;

CREATE FUNCTION transfer(from_account integer, to_account integer, amount integer) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  home  integer;
  away  integer;
BEGIN
  SELECT household_id INTO home FROM accounts WHERE id = from_account;
  SELECT household_id INTO away FROM accounts WHERE id = to_account;
  IF home IS NULL OR away IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  ELSIF amount <= 0 OR from_account = to_account THEN
    RAISE EXCEPTION 'nothing to transfer' USING ERRCODE = 'LX003';
  END IF;
  PERFORM enter(ARRAY[home, away]);
  IF (SELECT balance FROM accounts WHERE id = from_account) < amount
     OR home <> away AND (SELECT sum(balance) FROM accounts WHERE household_id = home) < amount THEN
    RAISE EXCEPTION 'not enough money' USING ERRCODE = 'LX001';
  END IF;
  UPDATE accounts SET balance = balance + CASE id WHEN to_account THEN amount ELSE -amount END
   WHERE id IN (from_account, to_account);
  INSERT INTO movements (account_id, amount) VALUES (to_account, amount), (from_account, -amount);
  RETURN true;
END $$;

CREATE FUNCTION withdraw(account integer, amount integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  home  integer;
  remaining integer;
BEGIN
  SELECT household_id INTO home FROM accounts WHERE id = account;
  IF home IS NULL THEN
    RAISE EXCEPTION 'no such account' USING ERRCODE = 'LX002';
  ELSIF amount <= 0 THEN
    RAISE EXCEPTION 'nothing to withdraw' USING ERRCODE = 'LX003';
  END IF;
  PERFORM enter(ARRAY[home]);
  UPDATE accounts SET balance = balance - amount WHERE id = account RETURNING balance INTO remaining;
  INSERT INTO movements (account_id, amount) VALUES (account, -amount);
  IF (SELECT sum(balance) FROM accounts WHERE household_id = home) < 0 THEN
    RAISE EXCEPTION 'not enough money' USING ERRCODE = 'LX001';
  END IF;
  RETURN remaining;
END $$;
