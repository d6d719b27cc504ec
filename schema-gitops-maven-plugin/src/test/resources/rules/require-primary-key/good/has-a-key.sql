-- older: V0__logs.sql
CREATE TABLE logs (line text);
-- file: V1__visits.sql
CREATE TABLE IF NOT EXISTS logs (line text);
CREATE TABLE visits (id bigint PRIMARY KEY, url text);
CREATE TABLE lines (a bigint, b bigint, PRIMARY KEY (a, b));
CREATE TABLE notes (id bigint NOT NULL);
ALTER TABLE notes ADD CONSTRAINT notes_pk PRIMARY KEY (id);
CREATE TABLE marks (id bigint NOT NULL);
CREATE TABLE like_visits (LIKE visits INCLUDING ALL);
CREATE TEMPORARY TABLE import (id bigint);
CREATE TABLE events (day date, id bigint, PRIMARY KEY (day, id)) PARTITION BY RANGE (day);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- file: V2__marks.sql
ALTER TABLE public.marks ADD PRIMARY KEY (id);
