-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_2026 (id bigint, day date NOT NULL);
CREATE TABLE events_2027 (id bigint, day date, CHECK (day IS NOT NULL AND day >= '2027-01-01' AND day < '2028-01-01'));
-- file: V2__checks.sql
ALTER TABLE events_2026 ADD CONSTRAINT bounds CHECK (day >= '2026-01-01' AND day < '2027-01-01') NOT VALID;
ALTER TABLE events_rest ADD CONSTRAINT bounds CHECK (day < '2026-01-01') NOT VALID;
-- file: V3__validate.sql
ALTER TABLE events_2026 VALIDATE CONSTRAINT bounds;
ALTER TABLE events_rest VALIDATE CONSTRAINT bounds;
-- file: V4__attach.sql
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
