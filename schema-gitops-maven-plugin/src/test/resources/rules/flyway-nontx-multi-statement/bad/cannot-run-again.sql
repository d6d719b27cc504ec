-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__idx.sql
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status); -- expect: flyway-nontx-multi-statement
CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);
-- file: V3__rows.sql.conf
executeInTransaction=false
-- file: V3__rows.sql
SET lock_timeout = '2s';
INSERT INTO orders (id) VALUES (1); -- expect: flyway-nontx-multi-statement
INSERT INTO orders (id) VALUES (2);
UPDATE orders SET status = 'new' WHERE id = 3;
