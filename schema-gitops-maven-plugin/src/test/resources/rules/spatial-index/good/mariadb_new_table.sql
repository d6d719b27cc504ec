-- database: mariadb
CREATE TABLE places (id int PRIMARY KEY, at point NOT NULL, SPATIAL INDEX (at));
