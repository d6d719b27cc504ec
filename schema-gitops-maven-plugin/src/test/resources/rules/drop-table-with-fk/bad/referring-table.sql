-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE countries (code text PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers, country text REFERENCES countries);
CREATE TABLE notes (customer_id bigint REFERENCES customers);
-- file: V2__drop.sql
-- schema:ignore drop-table unused since 4.2
DROP TABLE orders; -- expect: drop-table-with-fk
-- schema:ignore drop-table unused since 4.2
DROP TABLE IF EXISTS notes CASCADE; -- expect: drop-table-with-fk
