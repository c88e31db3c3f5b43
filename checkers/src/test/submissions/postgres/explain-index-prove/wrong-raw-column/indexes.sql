CREATE INDEX ON customers (email);
CREATE INDEX ON orders (placed_at) WHERE status = 'open';
CREATE INDEX ON orders (customer_id, placed_at);
ANALYZE customers, orders;
