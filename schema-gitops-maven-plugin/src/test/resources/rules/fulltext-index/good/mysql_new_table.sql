-- database: mysql
CREATE TABLE texts (id int PRIMARY KEY, body text, FULLTEXT KEY (body));
ALTER TABLE texts ADD FULLTEXT KEY again (body);
