-- The help desk: who is it, and what have they ordered?
--   psql -v email=ada@example.org -f customer-by-email.sql
SELECT c.id, c.name, o.id AS order_id, o.placed_at, o.status
  FROM customers c LEFT JOIN orders o ON o.customer_id = c.id
 WHERE lower(c.email) = lower(:'email')
 ORDER BY o.placed_at DESC;
