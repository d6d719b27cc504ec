-- database: mysql
CREATE TABLE n (a int);
INSERT INTO n (a) VALUES (1);
