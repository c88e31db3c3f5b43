CREATE TABLE report (job_id int PRIMARY KEY, body text);
\bind 17 first
-- tag::see[]
INSERT INTO report (job_id, body) VALUES ($1, $2)
ON CONFLICT (job_id) DO NOTHING;
-- end::see[]
DO $$ BEGIN ASSERT (SELECT body FROM report WHERE job_id = 17) = 'first', 'a new id is stored'; END $$;
\bind 17 again
INSERT INTO report (job_id, body) VALUES ($1, $2)
ON CONFLICT (job_id) DO NOTHING;
DO $$ BEGIN ASSERT (SELECT array_agg(body) FROM report) = ARRAY['first'], 'a repeat changes nothing'; END $$;
