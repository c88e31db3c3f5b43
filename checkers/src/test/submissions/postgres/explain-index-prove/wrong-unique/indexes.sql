CREATE INDEX ON customers (lower(email));
CREATE INDEX ON orders (placed_at) WHERE status = 'open';
CREATE UNIQUE INDEX ON orders (customer_id, placed_at);
ANALYZE customers, orders;
