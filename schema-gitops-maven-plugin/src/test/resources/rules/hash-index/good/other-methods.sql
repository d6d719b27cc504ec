CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int, c int, d int, code text);
CREATE INDEX orders_code_idx ON orders USING gin (to_tsvector('english', code));
CREATE INDEX orders_b_idx ON orders (b);
