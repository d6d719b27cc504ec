-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
BEGIN;
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status); -- expect: concurrently-in-transaction, flyway-mixed
COMMIT;
-- file: V3__change.sql
START TRANSACTION;
SAVEPOINT a;
DROP INDEX CONCURRENTLY orders_status_idx; -- expect: concurrently-in-transaction, flyway-mixed
COMMIT;
-- file: V4__change.sql.conf
executeInTransaction=false
-- file: V4__change.sql
BEGIN;
REINDEX TABLE CONCURRENTLY orders; -- expect: concurrently-in-transaction
COMMIT;
REINDEX TABLE CONCURRENTLY orders;
