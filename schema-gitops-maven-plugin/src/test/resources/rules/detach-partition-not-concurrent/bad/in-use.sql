-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- file: V2__detach.sql
ALTER TABLE events DETACH PARTITION events_2025; -- expect: detach-partition-not-concurrent
-- file: V3__detach.sql
ALTER TABLE unknown DETACH PARTITION other; -- expect: detach-partition-not-concurrent
