ALTER TABLE suppliers DROP COLUMN rating;
