-- server: 17
-- older: V1__events.sql
CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
-- file: V2__change.sql
ALTER TABLE events SET ACCESS METHOD columnar;
CREATE TABLE items (id bigint);
ALTER TABLE items SET ACCESS METHOD columnar;
