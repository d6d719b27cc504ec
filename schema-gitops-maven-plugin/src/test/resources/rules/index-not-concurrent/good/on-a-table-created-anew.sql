-- older: V1__cache.sql
CREATE TABLE cache (id bigint);
-- file: V2__cache.sql
-- schema:ignore drop-table filled again by the next import
DROP TABLE cache;
CREATE TABLE cache (id uuid, note text);
CREATE INDEX cache_idx ON cache (note);
