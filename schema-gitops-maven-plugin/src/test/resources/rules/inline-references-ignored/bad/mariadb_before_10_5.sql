-- database: mariadb
-- server: 10.4
CREATE TABLE n (id int PRIMARY KEY, parent int REFERENCES p (id)); -- expect: inline-references-ignored
