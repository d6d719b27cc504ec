-- SHOP-234 (2026-03): Check the rows from before the foreign key, without blocking writes.

ALTER TABLE reviews VALIDATE CONSTRAINT reviews_order_id_fkey;
