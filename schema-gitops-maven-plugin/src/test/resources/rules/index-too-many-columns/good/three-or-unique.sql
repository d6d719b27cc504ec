CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int, c int, d int, code text);
CREATE INDEX orders_abc_idx ON orders (a, b, c) INCLUDE (d);
CREATE UNIQUE INDEX orders_abcd_idx ON orders (a, b, c, d);
