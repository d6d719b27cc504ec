-- database: mysql
-- older: V1__old.sql
CREATE TABLE q (id int PRIMARY KEY, e enum('it''s', "a,b", 'c)'));
-- file: V2__new.sql
ALTER TABLE q MODIFY e enum('it''s','a,b','c)','d');
