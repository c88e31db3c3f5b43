CREATE INDEX ON customers (lower(email));
CREATE INDEX ON orders (placed_at) WHERE status = 'open';
CREATE INDEX ON orders (customer_id, placed_at);
DELETE FROM orders WHERE placed_at < '2031-07-01' AND status = 'delivered';
ANALYZE;
