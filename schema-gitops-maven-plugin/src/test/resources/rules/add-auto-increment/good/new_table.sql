-- database: mysql
CREATE TABLE n (a int);
ALTER TABLE n ADD no int AUTO_INCREMENT PRIMARY KEY;
