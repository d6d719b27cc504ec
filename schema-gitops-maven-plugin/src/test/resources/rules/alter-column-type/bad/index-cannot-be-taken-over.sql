-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, code varchar(20), name varchar(20), note varchar(20), mail citext, bits bit(3));
CREATE INDEX orders_code_idx ON orders (lower(code));
CREATE INDEX orders_name_idx ON orders (id) WHERE name IS NULL;
CREATE INDEX orders_note_idx ON orders (note) WHERE id > 10;
CREATE UNIQUE INDEX orders_mail_idx ON orders (mail);
CREATE INDEX orders_bits_idx ON orders (bits);
-- file: V2__types.sql
ALTER TABLE orders ALTER code TYPE varchar(40); -- expect: alter-column-type
ALTER TABLE orders ALTER name TYPE text; -- expect: alter-column-type
ALTER TABLE orders ALTER note TYPE text; -- expect: alter-column-type
ALTER TABLE orders ALTER mail TYPE text; -- expect: alter-column-type
ALTER TABLE orders ALTER bits TYPE bit varying; -- expect: alter-column-type
