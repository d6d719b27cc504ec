-- older: V1__members.sql
CREATE TABLE members (id bigint PRIMARY KEY, nick text);
CREATE TABLE copies AS SELECT * FROM members;
CREATE TABLE likenesses (LIKE members);
-- file: V2__members.sql
ALTER TABLE members DROP COLUMN IF EXISTS nick; -- expect: drop-column
ALTER TABLE copies DROP COLUMN IF EXISTS nick; -- expect: drop-column
ALTER TABLE likenesses DROP COLUMN IF EXISTS note; -- expect: drop-column
ALTER TABLE unknown DROP COLUMN IF EXISTS nick; -- expect: drop-column
