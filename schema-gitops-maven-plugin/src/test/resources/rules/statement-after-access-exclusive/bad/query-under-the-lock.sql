-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
-- file: V2__count.sql
ALTER TABLE orders ADD COLUMN paid boolean;
SELECT count(*) FROM orders; -- expect: statement-after-access-exclusive
