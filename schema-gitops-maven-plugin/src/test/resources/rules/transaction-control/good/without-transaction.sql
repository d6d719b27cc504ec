-- file: V1__batches.sql.conf
executeInTransaction=false
-- file: V1__batches.sql
BEGIN;
UPDATE orders SET status = 'new' WHERE id < 1000;
COMMIT;
