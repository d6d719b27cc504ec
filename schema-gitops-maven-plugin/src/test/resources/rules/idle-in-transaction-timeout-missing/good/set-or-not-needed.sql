-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
SET idle_in_transaction_session_timeout = '60s';
ALTER TABLE orders ADD COLUMN paid boolean;
-- file: V3__alter.sql.conf
executeInTransaction=false
-- file: V3__alter.sql
ALTER TABLE orders ADD COLUMN sent boolean;
