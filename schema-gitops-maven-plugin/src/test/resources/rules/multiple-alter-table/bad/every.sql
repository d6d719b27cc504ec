-- set: multiple-alter-table.every=true
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__more.sql
ALTER TABLE orders ADD COLUMN note text; -- expect: multiple-alter-table
ALTER TABLE public.orders ADD COLUMN memo text;
