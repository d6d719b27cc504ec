-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- file: V2__events_day_idx.sql
CREATE INDEX events_day_idx ON ONLY events (day);
-- file: V3__events_2026_day_idx.sql
CREATE INDEX CONCURRENTLY events_2026_day_idx ON events_2026 (day);
-- file: V4__attach.sql
ALTER INDEX events_day_idx ATTACH PARTITION events_2026_day_idx;
