-- file: V1__batches.sql.conf
executeInTransaction=false
-- file: V1__batches.sql
BEGIN; -- expect: transaction-control
UPDATE orders SET status = 'new' WHERE id < 1000;
-- file: V2__nested.sql.conf
executeInTransaction=false
-- file: V2__nested.sql
BEGIN;
BEGIN; -- expect: transaction-control
UPDATE orders SET status = 'new' WHERE id < 2000;
COMMIT;
