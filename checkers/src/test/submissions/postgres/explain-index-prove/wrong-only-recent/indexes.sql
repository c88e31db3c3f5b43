CREATE INDEX ON customers (lower(email));
CREATE INDEX ON orders (placed_at) WHERE status = 'open' AND placed_at >= '2032-06-01Z';
CREATE INDEX ON orders (customer_id, placed_at);
ANALYZE customers, orders;
