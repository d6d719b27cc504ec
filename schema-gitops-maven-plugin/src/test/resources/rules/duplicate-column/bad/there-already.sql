-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- file: V2__note.sql
ALTER TABLE orders ADD COLUMN note text; -- expect: duplicate-column
-- file: V3__of_a_table_no_migration_creates.sql
ALTER TABLE customers ADD COLUMN note text;
-- file: V4__again.sql
ALTER TABLE customers ADD COLUMN note text; -- expect: duplicate-column
