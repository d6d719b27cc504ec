CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int, c int, d int, code text);
CREATE INDEX orders_id_idx ON orders (id); -- expect: duplicate-index
CREATE INDEX orders_ab_idx ON orders (a, b);
CREATE INDEX orders_a_idx ON orders (a); -- expect: duplicate-index
CREATE INDEX orders_b_idx ON orders (b);
CREATE INDEX orders_bc_idx ON orders (b, c); -- expect: duplicate-index
CREATE INDEX orders_low_idx ON orders (lower(code));
CREATE INDEX orders_low2_idx ON orders USING btree (lower(code)); -- expect: duplicate-index
