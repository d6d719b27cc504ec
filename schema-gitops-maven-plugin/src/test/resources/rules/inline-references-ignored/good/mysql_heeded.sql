-- database: mysql
CREATE TABLE n (id int PRIMARY KEY, parent int REFERENCES p (id));
