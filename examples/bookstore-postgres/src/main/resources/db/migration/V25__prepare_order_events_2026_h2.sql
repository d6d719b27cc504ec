-- SHOP-252 (2026-04): Next half-year of order events, 1 of 2: build the partition apart, where nobody waits for it.

-- INCLUDING ALL would copy the identity too, and a table with its own identity cannot be attached.
CREATE TABLE order_events_2026_h2 (
    LIKE order_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES,
    CONSTRAINT order_events_2026_h2_bounds CHECK (
        occurred_at >= '2026-07-01 00:00:00+00' AND occurred_at < '2027-01-01 00:00:00+00'
    )
);

-- Without this, attaching would scan the default partition under ACCESS EXCLUSIVE.
ALTER TABLE order_events_default
    ADD CONSTRAINT order_events_default_not_2026_h2 CHECK (
        occurred_at < '2026-07-01 00:00:00+00' OR occurred_at >= '2027-01-01 00:00:00+00'
    ) NOT VALID;
