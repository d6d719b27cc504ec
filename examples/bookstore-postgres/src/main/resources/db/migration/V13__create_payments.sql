-- SHOP-141 (2025-05): Payments move into the shop; an order follows the state of its payment.

CREATE TYPE payment_state AS ENUM ('authorized', 'captured', 'failed', 'refunded');

CREATE TABLE payments (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id           bigint NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    provider           text NOT NULL,
    provider_reference text NOT NULL,
    amount_cents       bigint NOT NULL CHECK (amount_cents > 0),
    currency           char(3) NOT NULL DEFAULT '${default_currency}',
    state              payment_state NOT NULL DEFAULT 'authorized',
    captured_at        timestamptz,
    created_at         timestamptz NOT NULL DEFAULT now(),
    UNIQUE (provider, provider_reference),
    CONSTRAINT payments_captured_at_matches_state
        CHECK ((state IN ('captured', 'refunded')) = (captured_at IS NOT NULL))
);

CREATE INDEX payments_order_id_idx ON payments (order_id);

-- An order is charged at most once.
CREATE UNIQUE INDEX payments_captured_key ON payments (order_id) WHERE state = 'captured';

CREATE FUNCTION follow_payment() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.state = 'captured' THEN
        UPDATE orders SET status = 'paid' WHERE id = NEW.order_id AND status = 'pending';
    ELSIF NEW.state = 'refunded' THEN
        UPDATE orders SET status = 'refunded' WHERE id = NEW.order_id AND status <> 'cancelled';
    END IF;

    RETURN NULL;
END
$$;

CREATE TRIGGER payments_follow
    AFTER INSERT OR UPDATE OF state ON payments
    FOR EACH ROW EXECUTE FUNCTION follow_payment();

-- A refund before shipping frees the reserved copies, like a cancellation.
CREATE OR REPLACE FUNCTION settle_stock() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF OLD.status NOT IN ('pending', 'paid') THEN
        RETURN NULL;
    END IF;

    IF NEW.status IN ('shipped', 'delivered') THEN
        UPDATE stock_levels AS s
        SET on_hand = s.on_hand - i.quantity,
            reserved = s.reserved - i.quantity
        FROM order_items AS i
        WHERE i.order_id = NEW.id AND s.book_id = i.book_id;
    ELSIF NEW.status IN ('cancelled', 'refunded') THEN
        UPDATE stock_levels AS s
        SET reserved = s.reserved - i.quantity
        FROM order_items AS i
        WHERE i.order_id = NEW.id AND s.book_id = i.book_id;
    END IF;

    RETURN NULL;
END
$$;
