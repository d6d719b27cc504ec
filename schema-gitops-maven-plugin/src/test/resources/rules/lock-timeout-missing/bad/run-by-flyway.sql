-- run by: flyway
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
CREATE TABLE notes (id bigint);
ALTER TABLE orders ADD COLUMN paid boolean; -- expect: lock-timeout-missing
ALTER TABLE orders ADD COLUMN sent boolean;
-- file: V3__key.sql
ALTER TABLE items ADD CONSTRAINT items_order_fk FOREIGN KEY (order_id) REFERENCES orders NOT VALID; -- expect: lock-timeout-missing, fk-missing-index
