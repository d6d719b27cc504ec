-- SHOP-215 (2025-12): Parcels with tracking numbers; the first parcel marks its order as shipped.

CREATE TABLE shipments (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id        bigint NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    carrier         text NOT NULL,
    tracking_number text NOT NULL,
    shipped_at      timestamptz NOT NULL DEFAULT now(),
    delivered_at    timestamptz,
    UNIQUE (carrier, tracking_number),
    CHECK (delivered_at >= shipped_at)
);

CREATE INDEX shipments_order_id_idx ON shipments (order_id);

-- The tracking job polls carriers for parcels under way only.
CREATE INDEX shipments_under_way_idx ON shipments (carrier, shipped_at) WHERE delivered_at IS NULL;

CREATE FUNCTION mark_order_shipped() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE orders SET status = 'shipped' WHERE id = NEW.order_id AND status = 'paid';

    RETURN NULL;
END
$$;

CREATE TRIGGER shipments_mark_order
    AFTER INSERT ON shipments
    FOR EACH ROW EXECUTE FUNCTION mark_order_shipped();
