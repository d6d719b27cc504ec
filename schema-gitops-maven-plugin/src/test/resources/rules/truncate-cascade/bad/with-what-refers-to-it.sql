-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint REFERENCES orders);
CREATE TABLE notes (item_id bigint REFERENCES items);
-- file: V2__empty.sql
TRUNCATE orders CASCADE; -- expect: truncate-cascade
-- file: V3__unknown.sql
TRUNCATE TABLE crm.customers CASCADE; -- expect: truncate-cascade
