-- The packing room: what is to be packed next?
--   psql -v count=10 -f oldest-open.sql
SELECT id, customer_id, placed_at, total
  FROM orders
 WHERE status = 'open'
 ORDER BY placed_at
 LIMIT :count;
