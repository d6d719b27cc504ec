-- file: V1__orders.sql.conf
executeInTransaction=false
-- file: V1__orders.sql
BEGIN;
CREATE TABLE orders (id bigint PRIMARY KEY);
COMMIT;
COMMIT; -- expect: transaction-control
