-- Nobody uses a table that this change creates: everything is allowed on it.
CREATE TABLE review (
  id bigint PRIMARY KEY,
  stars smallint
);

CREATE INDEX review_stars ON review (stars);

ALTER TABLE review ALTER COLUMN stars TYPE integer;
ALTER TABLE review ALTER COLUMN stars SET NOT NULL;
