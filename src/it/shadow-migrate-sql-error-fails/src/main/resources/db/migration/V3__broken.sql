-- The second statement names a column that does not exist.
ALTER TABLE review ADD COLUMN stars smallint;

CREATE INDEX review_star
  ON review (star);
