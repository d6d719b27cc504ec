-- older: V1__songs.sql
CREATE SCHEMA archive;
CREATE TABLE songs (id bigint PRIMARY KEY, title text);
CREATE TABLE archive.songs (id bigint PRIMARY KEY, title text);
CREATE INDEX songs_title_idx ON archive.songs (title);
-- file: V2__title.sql
CREATE INDEX IF NOT EXISTS songs_title_idx ON songs (title); -- expect: index-not-concurrent
