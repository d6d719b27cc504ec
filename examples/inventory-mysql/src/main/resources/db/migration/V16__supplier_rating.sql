ALTER TABLE suppliers ADD COLUMN rating TINYINT UNSIGNED;

UPDATE suppliers SET rating = 3 WHERE rating IS NULL;
