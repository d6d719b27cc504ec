-- SHOP-92 (2025-01): Customer care needs the history of an order; partitioned, because it grows fastest of all tables.

-- No foreign key to orders: only the trigger below writes here, and attaching a partition must not lock orders.
CREATE TABLE order_events (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    order_id    bigint NOT NULL,
    from_status order_status,
    to_status   order_status NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id, occurred_at)
) PARTITION BY RANGE (occurred_at);

CREATE INDEX order_events_order_id_idx ON order_events (order_id, occurred_at);

COMMENT ON TABLE order_events IS 'Every status change of every order, partitioned by half-year (UTC)';
COMMENT ON COLUMN order_events.from_status IS 'NULL for the event that created the order';

CREATE TABLE order_events_2025_h1 PARTITION OF order_events
    FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2025-07-01 00:00:00+00');

CREATE TABLE order_events_2025_h2 PARTITION OF order_events
    FOR VALUES FROM ('2025-07-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');

CREATE TABLE order_events_2026_h1 PARTITION OF order_events
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');

-- A forgotten partition must not stop the shop from taking orders.
CREATE TABLE order_events_default PARTITION OF order_events DEFAULT;

CREATE FUNCTION log_order_event() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO order_events (order_id, to_status) VALUES (NEW.id, NEW.status);
    ELSIF OLD.status IS DISTINCT FROM NEW.status THEN
        INSERT INTO order_events (order_id, from_status, to_status) VALUES (NEW.id, OLD.status, NEW.status);
    END IF;

    RETURN NULL;
END
$$;

CREATE TRIGGER orders_log_event
    AFTER INSERT OR UPDATE OF status ON orders
    FOR EACH ROW EXECUTE FUNCTION log_order_event();
