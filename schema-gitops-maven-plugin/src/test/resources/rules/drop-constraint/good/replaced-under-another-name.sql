-- older: V1__seats.sql
CREATE TABLE seats (id bigint PRIMARY KEY, row_no int, seat_no int, kind text,
  CONSTRAINT one_seat UNIQUE (row_no, seat_no),
  CONSTRAINT known CHECK (kind IN ('stall', 'box')));
-- file: V2__key.sql.conf
executeInTransaction=false
-- file: V2__key.sql
CREATE UNIQUE INDEX CONCURRENTLY seats_place_idx ON seats (seat_no, row_no);
-- file: V3__key.sql
ALTER TABLE seats
  ADD CONSTRAINT seats_place UNIQUE USING INDEX seats_place_idx,
  DROP CONSTRAINT one_seat;
-- file: V4__kinds.sql
ALTER TABLE seats
  ADD CONSTRAINT seats_kind CHECK (kind IN ('stall', 'box', 'circle')) NOT VALID,
  DROP CONSTRAINT known;
-- file: V5__validate.sql
ALTER TABLE seats VALIDATE CONSTRAINT seats_kind;
