-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text, total numeric);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, note text);
-- file: V2__idx.sql
DROP INDEX CONCURRENTLY orders_old_idx; -- expect: non-robust-statement
-- file: V3__table.sql.conf
executeInTransaction=false
-- file: V3__table.sql
CREATE TABLE notes (id bigint PRIMARY KEY); -- expect: non-robust-statement, flyway-nontx-multi-statement
CREATE INDEX notes_idx ON notes (id); -- expect: non-robust-statement
