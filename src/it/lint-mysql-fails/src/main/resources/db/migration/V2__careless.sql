CREATE INDEX purchase_note ON purchase (note);
ALTER TABLE purchase DROP COLUMN note;
CREATE TABLE review (
  id int(11) NOT NULL PRIMARY KEY,
  price float
);
