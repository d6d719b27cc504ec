-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
-- file: V2__events_day_idx.sql
CREATE INDEX events_day_idx ON events (day); -- expect: index-not-concurrent
