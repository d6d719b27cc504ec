-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql.conf
executeInTransaction=false
-- file: V2__alter.sql
ALTER TABLE orders ADD COLUMN IF NOT EXISTS paid boolean;
ALTER TABLE items ADD COLUMN IF NOT EXISTS amount int;
