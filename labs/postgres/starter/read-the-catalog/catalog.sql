-- What a reviewer wants to know of any database.
--
-- The three views are here, with the columns that the review reads. At present they list nothing.
-- Keep the names of the views and of their columns; make them find what the guide describes.
-- The file is run once, from top to bottom, in an empty database that you own. Everything they are
-- to find is made afterwards.

CREATE VIEW tables_without_key AS
SELECT n.nspname AS schema_name,
       c.relname AS table_name
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE false;

CREATE VIEW foreign_keys_without_index AS
SELECT ''::name AS schema_name,
       ''::name AS table_name,
       ''::name AS constraint_name
 WHERE false;

CREATE VIEW needless_indexes AS
SELECT ''::name AS schema_name,
       ''::name AS table_name,
       ''::name AS index_name,
       'invalid or duplicate' AS reason
 WHERE false;
