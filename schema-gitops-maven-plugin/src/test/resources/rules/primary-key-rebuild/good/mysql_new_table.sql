-- database: mysql
CREATE TABLE n (a int NOT NULL);
ALTER TABLE n ADD PRIMARY KEY (a);
