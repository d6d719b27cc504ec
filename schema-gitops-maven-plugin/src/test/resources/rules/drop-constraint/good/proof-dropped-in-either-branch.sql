-- older: V1__seats.sql
CREATE TABLE seats (id bigint PRIMARY KEY, kind text);
-- file: V2__kind.sql
ALTER TABLE seats ADD CONSTRAINT seats_has_kind CHECK (kind IS NOT NULL) NOT VALID;
-- file: V3__kind.sql
ALTER TABLE seats VALIDATE CONSTRAINT seats_has_kind;
-- file: V4__kind.sql
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_constraint WHERE conname = 'seats_has_kind' AND convalidated) THEN
    ALTER TABLE seats ALTER COLUMN kind SET NOT NULL;
    ALTER TABLE seats DROP CONSTRAINT seats_has_kind;
  ELSE
    ALTER TABLE seats DROP CONSTRAINT seats_has_kind;
  END IF;
END $$;
