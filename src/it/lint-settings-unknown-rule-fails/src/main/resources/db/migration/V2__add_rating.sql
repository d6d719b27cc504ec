ALTER TABLE purchase ADD COLUMN rating bigint;
