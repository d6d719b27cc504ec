-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
-- file: V2__drop.sql
-- schema:ignore drop-table older than the retention period
DROP TABLE events_2020; -- expect: drop-partition-locks-parent
