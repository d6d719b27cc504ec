-- older: V1__events.sql
CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
-- file: V2__change.sql
ALTER TABLE events SET TABLESPACE fast;
CREATE TABLE items (id bigint);
ALTER TABLE items SET TABLESPACE fast;
