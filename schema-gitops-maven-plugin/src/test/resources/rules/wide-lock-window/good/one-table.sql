-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
ALTER TABLE orders ADD COLUMN paid boolean;
CREATE TABLE notes (id bigint);
ALTER TABLE notes ADD COLUMN note text;
ALTER TABLE orders ADD COLUMN sent boolean;
-- file: V3__alter.sql
ALTER TABLE items ADD COLUMN amount int;
