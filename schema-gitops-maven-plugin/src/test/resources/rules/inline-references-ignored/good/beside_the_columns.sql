-- database: mysql
-- server: 8.4
CREATE TABLE n (id int PRIMARY KEY, parent int, FOREIGN KEY (parent) REFERENCES p (id));
