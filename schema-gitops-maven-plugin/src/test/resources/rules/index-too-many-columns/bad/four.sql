CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int, c int, d int, code text);
CREATE INDEX orders_all_idx ON orders (a, b, c, lower(code)); -- expect: index-too-many-columns
