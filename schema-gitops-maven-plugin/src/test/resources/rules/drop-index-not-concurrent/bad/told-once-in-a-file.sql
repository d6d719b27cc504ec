-- older: V1__parks.sql
CREATE TABLE parks (id bigint PRIMARY KEY, name text);
CREATE TABLE trees (id bigint PRIMARY KEY, kind text);
CREATE INDEX parks_name_idx ON parks (name);
CREATE INDEX trees_kind_idx ON trees (kind);
-- file: V2__drop.sql
DROP INDEX parks_name_idx; -- expect: drop-index-not-concurrent
DROP INDEX trees_kind_idx;
