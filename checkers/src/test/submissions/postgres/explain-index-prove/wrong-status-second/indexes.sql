CREATE INDEX ON customers (lower(email));
CREATE INDEX ON orders (placed_at, status);
CREATE INDEX ON orders (customer_id, placed_at);
ANALYZE customers, orders;
