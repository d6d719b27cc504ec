-- older: V1__events.sql
CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
-- file: V2__detach.sql
ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;
-- file: V2__detach.sql.conf
executeInTransaction=false
-- file: V3__drop.sql
-- schema:ignore drop-table older than the retention period
DROP TABLE events_2020;
