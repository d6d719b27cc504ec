-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
ALTER TABLE orders ADD COLUMN paid boolean;
-- file: V3__validate.sql
ALTER TABLE items VALIDATE CONSTRAINT short;
-- file: V4__first.sql
CREATE TABLE archive AS SELECT * FROM items;
ALTER TABLE items ADD COLUMN amount int;
