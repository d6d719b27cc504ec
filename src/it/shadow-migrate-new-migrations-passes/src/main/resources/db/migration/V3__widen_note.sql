ALTER TABLE purchase ALTER COLUMN note TYPE varchar(500);
