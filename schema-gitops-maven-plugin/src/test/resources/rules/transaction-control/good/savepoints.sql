SAVEPOINT before;
UPDATE orders SET status = 'new' WHERE id < 1000;
ROLLBACK TO SAVEPOINT before;
RELEASE SAVEPOINT before;
