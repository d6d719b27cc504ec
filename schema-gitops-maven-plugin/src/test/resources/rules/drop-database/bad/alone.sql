-- file: V1__drop.sql.conf
executeInTransaction=false
-- file: V1__drop.sql
DROP DATABASE IF EXISTS shop; -- expect: drop-database
