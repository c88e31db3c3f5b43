-- Everything from the indexes, and nothing in them that the queries do not return.
CREATE INDEX ON customers USING hash (lower(email));
CREATE INDEX ON orders (placed_at) INCLUDE (id, customer_id, total) WHERE status = 'open';
CREATE INDEX ON orders (customer_id, placed_at DESC) INCLUDE (id, status, total);
ANALYZE;
