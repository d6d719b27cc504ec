-- database: mysql
SET foreign_key_checks = 0;
CREATE TABLE o (id int PRIMARY KEY, c int, FOREIGN KEY (c) REFERENCES c (id));
CREATE TABLE c (id int PRIMARY KEY);
INSERT INTO o VALUES (1, 1);
SET foreign_key_checks = 1;
