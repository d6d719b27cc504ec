-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, state text, total bigint);
-- file: V2__twice.sql
CREATE TABLE invoices (id bigint PRIMARY KEY, note text, Note text); -- expect: duplicate-column
INSERT INTO orders (id, state, state) VALUES (1, 'a', 'b'); -- expect: duplicate-column
UPDATE orders SET state = 'a', total = 1, "state" = 'b' WHERE id = 1; -- expect: duplicate-column
UPDATE orders SET (state, total) = ('a', 1), state = 'b' WHERE id = 1; -- expect: duplicate-column
INSERT INTO orders (id, state) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET state = 'a', state = 'b'; -- expect: duplicate-column
CREATE VIEW shown (id, id) AS SELECT id, state FROM orders; -- expect: duplicate-column
CREATE VIEW states AS SELECT id, state AS id FROM orders; -- expect: duplicate-column
