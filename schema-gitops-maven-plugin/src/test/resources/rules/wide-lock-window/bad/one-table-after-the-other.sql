-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
ALTER TABLE orders ADD COLUMN paid boolean;
ALTER TABLE items ADD COLUMN amount int; -- expect: wide-lock-window
ALTER TABLE crm.customers ADD COLUMN note text;
