ALTER TABLE customer DROP COLUMN email;
DROP TABLE purchase;
