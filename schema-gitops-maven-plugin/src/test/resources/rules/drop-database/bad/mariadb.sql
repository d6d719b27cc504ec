-- database: mariadb
DROP SCHEMA IF EXISTS shop; -- expect: drop-database
