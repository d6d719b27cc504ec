-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers, pieces int CHECK (pieces > 0));
-- file: V2__drop.sql
ALTER TABLE orders DROP CONSTRAINT orders_customer_id_fkey; -- expect: drop-constraint
-- file: V3__drop.sql
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_pieces_check; -- expect: drop-constraint
-- file: V4__drop.sql
ALTER TABLE unknown DROP CONSTRAINT some_check; -- expect: drop-constraint
-- file: V5__once_in_a_file.sql
ALTER TABLE unknown DROP CONSTRAINT IF EXISTS other_check; -- expect: drop-constraint
ALTER TABLE elsewhere DROP CONSTRAINT third_check;
