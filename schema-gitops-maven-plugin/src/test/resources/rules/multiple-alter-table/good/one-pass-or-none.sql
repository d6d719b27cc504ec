-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__alter.sql
ALTER TABLE orders ADD COLUMN paid boolean;
ALTER TABLE orders ADD COLUMN sent boolean;
ALTER TABLE orders ALTER COLUMN id SET NOT NULL;
-- file: V3__alter.sql
ALTER TABLE items RENAME CONSTRAINT a TO b;
ALTER TABLE items ALTER COLUMN note SET DEFAULT '';
