CREATE FOREIGN TABLE remote_orders (id bigint, id text) SERVER shop; -- expect: duplicate-column
