-- SHOP-203: Customer care sees at a glance whom they talk to; cancelled orders do not count.

CREATE OR REPLACE VIEW customer_activity AS
SELECT
    c.id AS customer_id,
    c.full_name,
    count(o.id) AS order_count,
    max(o.placed_at) AS last_order_at,
    (SELECT count(*) FROM reviews AS r WHERE r.customer_id = c.id) AS review_count
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status <> 'cancelled'
GROUP BY c.id;

COMMENT ON VIEW customer_activity IS 'One row per customer, also for those who never ordered';
