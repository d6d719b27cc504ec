-- database: mariadb
CREATE TABLE n (a int CHECK (a > 0));
ALTER TABLE n ADD CHECK (a < 9);
