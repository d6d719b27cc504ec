-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
CREATE TABLE items (id bigint PRIMARY KEY, note text);
ALTER TABLE items ADD CONSTRAINT short CHECK (note <> '') NOT VALID;
-- file: V2__validate.sql
ALTER TABLE orders ADD COLUMN paid boolean;
ALTER TABLE items VALIDATE CONSTRAINT short; -- expect: statement-after-access-exclusive
-- file: V3__archive.sql
ALTER TABLE orders ADD COLUMN sent boolean;
CREATE TABLE archive AS SELECT * FROM items; -- expect: statement-after-access-exclusive
INSERT INTO archive (id) SELECT id FROM items;
-- file: V4__copy.sql
CREATE TABLE copy (id bigint);
ALTER TABLE orders ADD COLUMN seen boolean;
INSERT INTO copy (id) SELECT id FROM items; -- expect: statement-after-access-exclusive
-- file: V5__totals.sql
ALTER TABLE orders ADD COLUMN lost boolean;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals; -- expect: statement-after-access-exclusive
