CREATE TABLE customers ( -- expect: require-schema
  id bigint PRIMARY KEY,
  home bigint REFERENCES countries (id) -- expect: require-schema
);
CREATE INDEX ON customers (home); -- expect: require-schema
CREATE VIEW overview AS SELECT 1 AS one; -- expect: require-schema
CREATE SEQUENCE numbers; -- expect: require-schema
INSERT INTO customers (id) VALUES (1); -- expect: require-schema
CREATE TABLE shop.homes (customer_id bigint PRIMARY KEY);
ALTER TABLE shop.homes ADD FOREIGN KEY (customer_id) REFERENCES customers; -- expect: require-schema
