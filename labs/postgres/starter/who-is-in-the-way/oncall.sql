-- Three questions that whoever is on call asks the database at night.
--
-- Each function is there and answers nothing. Keep the names and the columns; replace the bodies.
-- Add whatever helps you: views, more functions, another language.
-- The file is run once, from top to bottom, in an empty database that you own.

-- The sessions that others wait for and that wait for nobody themselves,
-- and how many sessions wait behind each of them, directly or indirectly.
CREATE FUNCTION root_blockers() RETURNS TABLE (pid integer, waiting integer)
LANGUAGE sql AS $$
  SELECT NULL::integer, NULL::integer WHERE false
$$;

-- Ends exactly the sessions that root_blockers() names, and returns their pids.
CREATE FUNCTION unblock() RETURNS TABLE (pid integer)
LANGUAGE sql AS $$
  SELECT NULL::integer WHERE false
$$;

-- The sessions that reach back furthest, and so keep VACUUM from removing dead rows.
CREATE FUNCTION horizon_holders() RETURNS TABLE (pid integer)
LANGUAGE sql AS $$
  SELECT NULL::integer WHERE false
$$;
