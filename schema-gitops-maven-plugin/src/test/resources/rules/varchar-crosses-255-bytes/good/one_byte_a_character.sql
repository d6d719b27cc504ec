-- database: mysql
-- older: V1__old.sql
CREATE TABLE codes (id int PRIMARY KEY, c varchar(100)) DEFAULT CHARACTER SET latin1;
-- file: V2__new.sql
ALTER TABLE codes MODIFY c varchar(255);
