-- file: V1__check.sql
ALTER TABLE customers ADD CONSTRAINT customers_name_not_null CHECK (name IS NOT NULL) NOT VALID;
-- file: V2__validate.sql
ALTER TABLE customers VALIDATE CONSTRAINT customers_name_not_null;
-- file: V3__set.sql
ALTER TABLE customers ALTER COLUMN name SET NOT NULL;
-- file: V4__of_a_check_no_migration_adds.sql
ALTER TABLE suppliers VALIDATE CONSTRAINT suppliers_name_not_null;
-- file: V5__set.sql
ALTER TABLE suppliers VALIDATE CONSTRAINT suppliers_city_not_null;
ALTER TABLE suppliers ALTER COLUMN city SET NOT NULL;
-- schema:ignore drop-constraint the column forbids nulls itself now
ALTER TABLE suppliers DROP CONSTRAINT suppliers_city_not_null;
