-- older: V1__shop.sql
CREATE TABLE bookings (room int, during tsrange);
-- file: V2__exclude.sql
ALTER TABLE bookings
  ADD CONSTRAINT one_at_a_time EXCLUDE USING gist (room WITH =, during WITH &&); -- expect: exclusion-constraint
