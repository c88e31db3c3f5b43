CREATE INDEX ON customers (lower(email));
CREATE INDEX ON orders USING brin (placed_at);
CREATE INDEX ON orders (customer_id, placed_at);
ANALYZE customers, orders;
