-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__change.sql
REINDEX (CONCURRENTLY false) TABLE orders; -- expect: reindex-not-concurrent
