-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- file: V2__change.sql

ALTER TABLE orders ADD COLUMN a integer NOT NULL DEFAULT 10;
ALTER TABLE orders ADD COLUMN b boolean DEFAULT false, ADD COLUMN c text DEFAULT 'random()';
ALTER TABLE orders ADD COLUMN d jsonb NOT NULL DEFAULT '{}'::jsonb;
ALTER TABLE orders ADD COLUMN e text[] DEFAULT ARRAY[]::text[];
ALTER TABLE orders ADD COLUMN f timestamptz DEFAULT now();
ALTER TABLE orders ADD COLUMN g timestamptz DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE orders ADD COLUMN h timestamp(3) DEFAULT LOCALTIMESTAMP(3) - interval '30 days';
ALTER TABLE orders ADD COLUMN i text DEFAULT CURRENT_USER;
ALTER TABLE orders ADD COLUMN j date DEFAULT CURRENT_DATE;
ALTER TABLE orders ADD COLUMN k timestamp DEFAULT timezone('utc'::text, now());
ALTER TABLE orders ADD COLUMN l text DEFAULT to_char(statement_timestamp(), 'YYYY') || lower('X');
ALTER TABLE orders ADD COLUMN m uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid;
ALTER TABLE orders ADD COLUMN n int DEFAULT coalesce(NULL, nullif(1, 2), greatest(1, 2));
ALTER TABLE orders ADD COLUMN o timestamptz DEFAULT pg_catalog.now();
ALTER TABLE orders ADD COLUMN p bigint DEFAULT (extract(epoch FROM now()) * 1000)::bigint;
ALTER TABLE orders ADD COLUMN q jsonb DEFAULT jsonb_build_object('a', 1);
ALTER TABLE orders ADD COLUMN r timestamptz DEFAULT ('now'::text)::timestamp with time zone;
ALTER TABLE orders ADD COLUMN s uuid DEFAULT uuid_nil();
ALTER TABLE orders ADD COLUMN t tstzrange DEFAULT tstzrange(now(), NULL);
