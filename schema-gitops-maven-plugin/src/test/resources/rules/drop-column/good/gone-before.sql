-- older: V1__members.sql
CREATE TABLE members (id bigint PRIMARY KEY, nick text, phone text);
ALTER TABLE members DROP COLUMN phone;
-- file: V2__members.sql
ALTER TABLE members DROP COLUMN IF EXISTS phone;
