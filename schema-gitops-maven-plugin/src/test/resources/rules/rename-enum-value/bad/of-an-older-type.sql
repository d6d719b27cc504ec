-- older: V1__shop.sql
CREATE TYPE status AS ENUM ('new', 'paid');
-- file: V2__rename.sql
ALTER TYPE status RENAME VALUE 'new' TO 'open'; -- expect: rename-enum-value
ALTER TYPE unknown RENAME VALUE 'new' TO 'open'; -- expect: rename-enum-value
