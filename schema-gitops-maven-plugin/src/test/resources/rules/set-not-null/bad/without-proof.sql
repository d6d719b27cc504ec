-- older: V1__customers.sql
CREATE TABLE customers (id bigint PRIMARY KEY, email text, name text CHECK (name <> ''));
-- file: V2__email.sql
ALTER TABLE customers ALTER COLUMN email SET NOT NULL; -- expect: set-not-null
-- file: V3__name.sql
ALTER TABLE customers ALTER name SET NOT NULL; -- expect: set-not-null
-- file: V4__unknown.sql
ALTER TABLE unknown ALTER email SET NOT NULL; -- expect: set-not-null
