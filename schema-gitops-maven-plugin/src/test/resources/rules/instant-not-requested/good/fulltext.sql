-- database: mysql
-- older: V1__old.sql
CREATE TABLE texts (id int PRIMARY KEY, body text, FULLTEXT KEY (body));
-- file: V2__new.sql
ALTER TABLE texts ADD c int;
