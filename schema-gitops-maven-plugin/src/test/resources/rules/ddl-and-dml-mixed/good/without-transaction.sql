-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__paid.sql.conf
executeInTransaction=false
-- file: V2__paid.sql
ALTER TABLE orders ADD COLUMN IF NOT EXISTS paid boolean;
UPDATE orders SET paid = false WHERE paid IS NULL;
