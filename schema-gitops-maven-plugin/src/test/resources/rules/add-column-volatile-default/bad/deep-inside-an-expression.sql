-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a text DEFAULT upper(md5(random()::text)); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN b text DEFAULT coalesce(NULL, 'x' || (1 + random() * 9)::int); -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN c text[] DEFAULT ARRAY[gen_random_uuid()::text]; -- expect: add-column-volatile-default
ALTER TABLE orders ADD COLUMN d date DEFAULT now() + random() * interval '1 day'; -- expect: add-column-volatile-default
ALTER TABLE orders
  ADD COLUMN e int DEFAULT 1,
  ADD COLUMN f int DEFAULT CASE WHEN random() > 0.5 THEN 1 ELSE 0 END, -- expect: add-column-volatile-default
  ADD COLUMN g int;
