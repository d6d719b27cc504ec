-- database: mysql
-- run by: flyway
CREATE TABLE n (a int);
ALTER TABLE n ADD b int;
