-- older: V1__seats.sql
CREATE TABLE rooms (id bigint PRIMARY KEY);
CREATE TABLE seats (id bigint PRIMARY KEY, room_id bigint REFERENCES rooms);
CREATE INDEX seats_room_idx ON seats (room_id);
-- file: V2__cascade.sql
SET LOCAL lock_timeout = '2s';
ALTER TABLE seats
  DROP CONSTRAINT seats_room_id_fkey,
  ADD CONSTRAINT seats_room_fk FOREIGN KEY (room_id) REFERENCES rooms ON DELETE CASCADE NOT VALID;
-- file: V3__validate.sql
ALTER TABLE seats VALIDATE CONSTRAINT seats_room_fk;
