-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events_rest ADD CONSTRAINT not_2027 CHECK (day < '2027-01-01');
CREATE TABLE events_2027 (id bigint, day date NOT NULL, CONSTRAINT bounds CHECK (day >= '2027-01-01' AND day < '2028-01-01'));
-- file: V2__attach.sql
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
ALTER TABLE events_2027 DROP CONSTRAINT bounds;
ALTER TABLE events_rest DROP CONSTRAINT not_2027;
