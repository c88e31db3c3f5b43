CREATE TABLE webhook_event (id text PRIMARY KEY, body jsonb NOT NULL);
\bind '17' '{"n": 1}'
-- tag::store[]
INSERT INTO webhook_event (id, body) VALUES ($1, $2)
ON CONFLICT (id) DO NOTHING;
-- end::store[]

-- The same id again changes nothing and is no error, another one is stored.
PREPARE store AS
INSERT INTO webhook_event (id, body) VALUES ($1, $2)
ON CONFLICT (id) DO NOTHING;
EXECUTE store ('17', '{"n": 2}');
EXECUTE store ('18', '{"n": 3}');
DO $$ BEGIN
  ASSERT (SELECT body FROM webhook_event WHERE id = '17') = '{"n": 1}', 'the first is kept';
  ASSERT (SELECT count(*) FROM webhook_event) = 2, 'each id once';
END $$;
