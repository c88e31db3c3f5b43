CREATE INDEX customers_by_address ON customers (lower(email));
CREATE INDEX orders_to_pack ON orders (placed_at) WHERE status = 'open';
CREATE INDEX orders_of_customer ON orders (customer_id, placed_at);

-- Behind the indexes: the one on an expression has statistics of its own.
ANALYZE customers, orders;
