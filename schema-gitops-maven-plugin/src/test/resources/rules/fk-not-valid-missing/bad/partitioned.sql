-- older: V1__events.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE events (day date NOT NULL, customer_id bigint) PARTITION BY RANGE (day);
CREATE INDEX ON events (customer_id);
-- file: V2__key.sql
ALTER TABLE events ADD FOREIGN KEY (customer_id) REFERENCES customers; -- expect: fk-not-valid-missing
