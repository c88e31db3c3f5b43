CREATE INDEX ON customers (lower(email) text_pattern_ops);
CREATE INDEX ON orders (status, placed_at);
CREATE INDEX ON orders (customer_id, placed_at DESC);
ANALYZE;
