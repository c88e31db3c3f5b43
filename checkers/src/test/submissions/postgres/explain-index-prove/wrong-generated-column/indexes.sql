ALTER TABLE customers ADD COLUMN address text GENERATED ALWAYS AS (lower(email)) STORED;
CREATE INDEX ON customers (address);
CREATE INDEX ON orders (placed_at) WHERE status = 'open';
CREATE INDEX ON orders (customer_id, placed_at);
ANALYZE;
