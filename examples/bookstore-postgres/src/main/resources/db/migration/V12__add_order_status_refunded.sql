-- SHOP-140 (2025-05): Refunds come with the new payment provider; alone, as a new value is usable only after commit.

ALTER TYPE order_status ADD VALUE 'refunded' AFTER 'delivered';
