-- older: V1__events.sql
CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2021 (day date NOT NULL);
ALTER TABLE events ATTACH PARTITION events_2021 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- file: V2__drop.sql
DROP TABLE events_2020; -- expect: drop-table, drop-partition-locks-parent
DROP TABLE events_2021; -- expect: drop-table, drop-partition-locks-parent
