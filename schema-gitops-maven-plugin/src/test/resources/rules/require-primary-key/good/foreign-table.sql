CREATE FOREIGN TABLE remote_orders (id bigint, status text) SERVER shop;
