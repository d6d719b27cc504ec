CREATE TABLE review (
  id bigint PRIMARY KEY,
  stars smallint NOT NULL
);
