CREATE INDEX ON customers (lower(email));
CREATE INDEX ON orders (customer_id, placed_at);
CREATE MATERIALIZED VIEW open_orders AS SELECT id, customer_id, placed_at, total FROM orders WHERE status = 'open';
CREATE INDEX ON open_orders (placed_at);
ANALYZE;
