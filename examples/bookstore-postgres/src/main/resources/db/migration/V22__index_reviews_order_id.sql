-- SHOP-234 (2026-02): Customer care looks up reviews by order, and the foreign key that follows needs this index, too.

CREATE INDEX CONCURRENTLY reviews_order_id_idx ON reviews (order_id);
