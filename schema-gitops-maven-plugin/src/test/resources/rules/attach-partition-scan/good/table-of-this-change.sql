-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
-- file: V2__2027.sql
CREATE TABLE events_2027 (LIKE events INCLUDING ALL);
INSERT INTO events_2027 (id, day) VALUES (1, '2027-01-01');
ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
