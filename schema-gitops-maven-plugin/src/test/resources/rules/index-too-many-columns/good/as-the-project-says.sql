-- set: index-too-many-columns.max=4
CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int, c int, d int, code text);
CREATE INDEX orders_abcd_idx ON orders (a, b, c, d);
