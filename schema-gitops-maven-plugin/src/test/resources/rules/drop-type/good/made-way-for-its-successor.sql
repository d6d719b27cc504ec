-- older: V1__mail.sql
CREATE TYPE urgency AS ENUM ('low', 'high');
CREATE TABLE mails (id bigint PRIMARY KEY, urgency urgency, worst urgency[]);
-- file: V2__urgency.sql
ALTER TYPE urgency RENAME TO urgency_old;
CREATE TYPE urgency AS ENUM ('low', 'middle', 'high');
-- schema:ignore alter-column-type a table of few rows
ALTER TABLE mails ALTER COLUMN urgency TYPE urgency USING urgency::text::urgency, ALTER COLUMN worst TYPE urgency[] USING worst::text[]::urgency[];
-- file: V3__gone.sql
DROP TYPE urgency_old CASCADE;
