-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE INDEX events_day_idx ON events (day);
-- file: V2__change.sql
DROP INDEX events_day_idx;
