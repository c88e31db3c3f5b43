CREATE INDEX ON customers (lower(email));
ANALYZE;
