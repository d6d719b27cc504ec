-- SHOP-166 (2025-07): The start page counted sales on every visit; a nightly refresh is fresh enough.

CREATE MATERIALIZED VIEW bestsellers AS
SELECT
    i.book_id,
    sum(i.quantity) AS copies_sold,
    rank() OVER (ORDER BY sum(i.quantity) DESC) AS sales_rank
FROM order_items AS i
JOIN orders AS o ON o.id = i.order_id
WHERE o.status IN ('paid', 'shipped', 'delivered')
  AND o.placed_at >= now() - interval '90 days'
GROUP BY i.book_id;

-- REFRESH MATERIALIZED VIEW CONCURRENTLY needs a unique index.
CREATE UNIQUE INDEX bestsellers_book_id_key ON bestsellers (book_id);
CREATE INDEX bestsellers_sales_rank_idx ON bestsellers (sales_rank);

COMMENT ON MATERIALIZED VIEW bestsellers IS 'Copies sold in the last 90 days; refreshed every night';
