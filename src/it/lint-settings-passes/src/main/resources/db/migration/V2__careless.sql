CREATE INDEX purchase_note ON purchase (note);
CREATE TABLE Review (
  id bigint PRIMARY KEY,
  stars char(5),
  words varchar(500)
);
ALTER TABLE purchase DROP COLUMN note;
