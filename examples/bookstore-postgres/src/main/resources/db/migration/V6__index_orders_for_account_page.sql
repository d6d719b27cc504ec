-- SHOP-63 (2024-11): The account page lists a customer's orders with their status, newest first.

CREATE INDEX orders_customer_id_placed_at_idx ON orders (customer_id, placed_at DESC) INCLUDE (status);
