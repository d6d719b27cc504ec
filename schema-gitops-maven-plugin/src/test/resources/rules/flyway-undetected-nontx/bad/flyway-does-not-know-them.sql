-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- file: V2__reindex.sql
REINDEX TABLE CONCURRENTLY events_2026; -- expect: flyway-undetected-nontx
-- file: V3__reindex.sql
REINDEX INDEX CONCURRENTLY events_idx; -- expect: flyway-undetected-nontx
-- file: V4__detach.sql
ALTER TABLE events DETACH PARTITION events_2026 CONCURRENTLY; -- expect: flyway-undetected-nontx
