-- SHOP-234 (2026-02): Order numbers of the old shop are gone from reviews; from now on only real orders may be named.

ALTER TABLE reviews
    ADD CONSTRAINT reviews_order_id_fkey
    FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL
    NOT VALID;
