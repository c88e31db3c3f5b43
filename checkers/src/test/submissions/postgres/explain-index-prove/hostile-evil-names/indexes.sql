-- A role whose names mean something else, for whoever does not ask for the server's own.
CREATE SCHEMA trap;
CREATE FUNCTION trap.count(OUT bigint) LANGUAGE sql AS 'SELECT 0::bigint';
CREATE FUNCTION trap.lower(text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN LOOP END LOOP; END $$;
CREATE TABLE trap.pg_index AS SELECT 1 AS nothing;
ALTER ROLE CURRENT_USER SET search_path = trap, public, pg_catalog;
ALTER ROLE CURRENT_USER SET default_transaction_read_only = on;
ALTER ROLE CURRENT_USER SET statement_timeout = '1s';
