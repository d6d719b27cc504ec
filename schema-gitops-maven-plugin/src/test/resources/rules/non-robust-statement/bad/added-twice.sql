-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__note.sql.conf
executeInTransaction=false
-- file: V2__note.sql
ALTER TABLE orders DROP COLUMN IF EXISTS memo;
ALTER TABLE orders ADD COLUMN memo text;
ALTER TABLE orders DROP CONSTRAINT IF EXISTS short;
ALTER TABLE orders ADD CONSTRAINT short CHECK (memo <> '') NOT VALID;
ALTER TABLE orders ADD CONSTRAINT short CHECK (memo <> '') NOT VALID; -- expect: non-robust-statement
