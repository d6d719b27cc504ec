CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int, c int, d int, code text);
CREATE INDEX ON orders (code); -- expect: index-missing-name
CREATE UNIQUE INDEX ON orders USING btree (lower(code)); -- expect: index-missing-name
