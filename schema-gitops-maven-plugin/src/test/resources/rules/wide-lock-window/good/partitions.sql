-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2026 (LIKE events);
CREATE TABLE events_default PARTITION OF events DEFAULT;
-- file: V2__attach.sql
ALTER TABLE events_default ALTER COLUMN id SET DEFAULT 1;
ALTER TABLE events ADD COLUMN note text;
