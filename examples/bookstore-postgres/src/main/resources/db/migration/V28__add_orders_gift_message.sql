-- SHOP-276 (2026-08): A greeting printed on the packing slip; NOT VALID, so the length check does not scan orders.

ALTER TABLE orders
    ADD COLUMN gift_message text,
    ADD CONSTRAINT orders_gift_message_fits_slip CHECK (char_length(gift_message) <= 300) NOT VALID;
