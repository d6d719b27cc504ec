-- database: mariadb
-- older: V1__old.sql
CREATE TABLE places (id int PRIMARY KEY, at point NOT NULL);
-- file: V2__new.sql
CREATE SPATIAL INDEX at ON places (at); -- expect: spatial-index
