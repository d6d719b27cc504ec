-- SHOP-145: What an order costs, what was paid and when it left; customer care and bookkeeping share this one sum.

CREATE OR REPLACE VIEW order_totals AS
SELECT
    o.id AS order_id,
    o.customer_id,
    o.status,
    o.placed_at,
    o.currency,
    i.copies,
    i.total_cents,
    coalesce(p.paid_cents, 0) AS paid_cents,
    s.first_shipped_at
FROM orders AS o
CROSS JOIN LATERAL (
    SELECT
        coalesce(sum(order_items.quantity), 0) AS copies,
        coalesce(sum(order_items.line_total_cents), 0) AS total_cents
    FROM order_items
    WHERE order_items.order_id = o.id
) AS i
CROSS JOIN LATERAL (
    SELECT sum(payments.amount_cents) AS paid_cents
    FROM payments
    WHERE payments.order_id = o.id AND payments.state = 'captured'
) AS p
CROSS JOIN LATERAL (
    SELECT min(shipments.shipped_at) AS first_shipped_at
    FROM shipments
    WHERE shipments.order_id = o.id
) AS s;

COMMENT ON VIEW order_totals IS 'One row per order; amounts in minor units of the order currency';
