-- The orders are joined to a customer that no index finds, so all of them are read as well.
CREATE INDEX ON customers (email);
CREATE INDEX ON orders (placed_at) WHERE status = 'open';
CREATE INDEX ON orders (customer_id, placed_at);
