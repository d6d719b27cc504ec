-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__change.sql
CLUSTER VERBOSE orders_pkey ON orders; -- expect: vacuum-full-cluster
