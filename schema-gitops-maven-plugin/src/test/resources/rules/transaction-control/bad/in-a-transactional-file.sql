BEGIN; -- expect: transaction-control
CREATE TABLE orders (id bigint);
COMMIT; -- expect: transaction-control
START TRANSACTION; -- expect: transaction-control
ROLLBACK; -- expect: transaction-control
END; -- expect: transaction-control
