-- The page "your orders", for a range of days.
--   psql -v customer=7 -v from=2031-03-01 -v until=2032-03-01 -f latest-orders.sql
SELECT id, placed_at, status, total
  FROM orders
 WHERE customer_id = :customer AND placed_at >= :'from' AND placed_at < :'until'
 ORDER BY placed_at DESC
 LIMIT 10;
