-- SHOP-252 (2026-05): Next half-year of order events, 2 of 2: both checks prove the bounds, so attaching scans nothing.

ALTER TABLE order_events_default VALIDATE CONSTRAINT order_events_default_not_2026_h2;

ALTER TABLE order_events ATTACH PARTITION order_events_2026_h2
    FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

ALTER TABLE order_events_2026_h2 DROP CONSTRAINT order_events_2026_h2_bounds;
ALTER TABLE order_events_default DROP CONSTRAINT order_events_default_not_2026_h2;
