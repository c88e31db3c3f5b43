-- Everything but what the image holds: databases first, since they may belong to the roles.
SELECT format('DROP DATABASE %I WITH (FORCE)', datname)
  FROM pg_catalog.pg_database
 WHERE datname NOT IN ('postgres', 'template0', 'template1')
\gexec
SELECT format('DROP OWNED BY %I', rolname)
  FROM pg_catalog.pg_roles
 WHERE rolname NOT LIKE 'pg\_%' AND rolname NOT IN ('postgres', 'grader')
\gexec
SELECT format('DROP ROLE %I', rolname)
  FROM pg_catalog.pg_roles
 WHERE rolname NOT LIKE 'pg\_%' AND rolname NOT IN ('postgres', 'grader')
\gexec
