-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY, referrer bigint REFERENCES customers);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
CREATE TABLE notes (customer_id bigint CONSTRAINT notes_fk REFERENCES customers);
-- file: V2__keys.sql
-- schema:ignore drop-constraint nobody reads notes
ALTER TABLE notes DROP CONSTRAINT notes_fk;
-- file: V3__drop.sql
-- schema:ignore drop-table unused since 4.2
DROP TABLE notes;
-- schema:ignore drop-table unused since 4.2
DROP TABLE customers, orders;
