-- older: V1__members.sql
CREATE TABLE members (id bigint PRIMARY KEY, nick text);
DO $$ BEGIN
  EXECUTE (SELECT string_agg(line, ';') FROM jobs);
END $$;
-- file: V2__members.sql
ALTER TABLE members DROP COLUMN IF EXISTS phone; -- expect: drop-column
