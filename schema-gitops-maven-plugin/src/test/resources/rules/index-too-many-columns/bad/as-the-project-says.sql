-- set: index-too-many-columns.max=1
CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int, c int, d int, code text);
CREATE INDEX orders_ab_idx ON orders (a, b); -- expect: index-too-many-columns
