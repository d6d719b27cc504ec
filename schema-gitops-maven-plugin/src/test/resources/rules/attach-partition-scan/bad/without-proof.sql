-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2025 (id bigint, day date NOT NULL);
CREATE TABLE events_2026 (id bigint, day date NOT NULL, CHECK (id > 0));
CREATE TABLE events_2027 (id bigint, day date, CHECK (day >= '2027-01-01' AND day < '2028-01-01'));
-- file: V2__attach.sql
ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01'); -- expect: attach-partition-scan
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01'); -- expect: attach-partition-scan
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01'); -- expect: attach-partition-scan
ALTER TABLE events ATTACH PARTITION unknown FOR VALUES FROM ('2028-01-01') TO ('2029-01-01'); -- expect: attach-partition-scan
ALTER TABLE events ATTACH PARTITION rest DEFAULT; -- expect: attach-partition-scan
