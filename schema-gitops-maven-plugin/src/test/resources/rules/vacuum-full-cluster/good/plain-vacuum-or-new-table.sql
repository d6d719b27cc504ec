-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
VACUUM (ANALYZE) orders;
-- file: V3__change.sql
CREATE TABLE items (id bigint PRIMARY KEY);
CLUSTER items USING items_pkey;
ANALYZE orders;
-- file: V4__change.sql
VACUUM (FULL false, VERBOSE) orders;
