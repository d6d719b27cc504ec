-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql
VACUUM FULL orders; -- expect: vacuum-full-cluster
-- file: V3__change.sql
VACUUM (FULL, ANALYZE) public.orders; -- expect: vacuum-full-cluster
-- file: V4__change.sql
VACUUM FULL; -- expect: vacuum-full-cluster
-- file: V5__change.sql
CLUSTER orders USING orders_pkey; -- expect: vacuum-full-cluster
CLUSTER VERBOSE; -- expect: vacuum-full-cluster, flyway-undetected-nontx
