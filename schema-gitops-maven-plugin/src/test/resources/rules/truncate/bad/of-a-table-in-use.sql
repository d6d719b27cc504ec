-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__empty.sql
TRUNCATE TABLE items; -- expect: truncate
-- file: V3__empty.sql
TRUNCATE orders, shop.lines RESTART IDENTITY; -- expect: truncate, truncate
