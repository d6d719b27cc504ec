-- SHOP-23 (2024-09): Orders and their items, priced at the moment of purchase.

CREATE TYPE order_status AS ENUM ('pending', 'paid', 'shipped', 'delivered', 'cancelled');

CREATE TABLE orders (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id         bigint NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
    shipping_address_id bigint REFERENCES addresses (id) ON DELETE SET NULL,
    status              order_status NOT NULL DEFAULT 'pending',
    currency            char(3) NOT NULL DEFAULT '${default_currency}',
    placed_at           timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX orders_shipping_address_id_idx ON orders (shipping_address_id);

COMMENT ON TABLE orders IS 'Cancelled, never deleted: bookkeeping needs every order for ten years';

CREATE TABLE order_items (
    order_id         bigint NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    line_number      smallint NOT NULL CHECK (line_number > 0),
    book_id          bigint NOT NULL REFERENCES books (id) ON DELETE RESTRICT,
    quantity         integer NOT NULL CHECK (quantity BETWEEN 1 AND 100),
    unit_price_cents integer NOT NULL CHECK (unit_price_cents >= 0),
    line_total_cents bigint GENERATED ALWAYS AS (quantity::bigint * unit_price_cents) STORED,
    PRIMARY KEY (order_id, line_number),
    UNIQUE (order_id, book_id)
);

CREATE INDEX order_items_book_id_idx ON order_items (book_id);
