ALTER TABLE orders ALTER COLUMN code TYPE varchar(200); -- expect: alter-column-type
