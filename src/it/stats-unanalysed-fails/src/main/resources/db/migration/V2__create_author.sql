CREATE TABLE author (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE INDEX author_name ON author (name);
