-- database: mysql
DROP DATABASE shop; -- expect: drop-database
