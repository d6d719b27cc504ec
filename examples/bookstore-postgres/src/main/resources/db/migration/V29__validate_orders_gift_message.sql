-- SHOP-276 (2026-08): Second half of V28: prove the length check for all orders, while reads and writes go on.

ALTER TABLE orders VALIDATE CONSTRAINT orders_gift_message_fits_slip;
