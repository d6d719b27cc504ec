-- older: V1__seats.sql
CREATE TABLE rooms (id bigint PRIMARY KEY);
CREATE TABLE seats (id bigint PRIMARY KEY, room_id bigint REFERENCES rooms);
-- file: V2__tidy.sql
ALTER TABLE seats DROP CONSTRAINT IF EXISTS seats_room_id_fkey1;
ALTER TABLE seats DROP CONSTRAINT IF EXISTS seats_room_id_fkey2;
