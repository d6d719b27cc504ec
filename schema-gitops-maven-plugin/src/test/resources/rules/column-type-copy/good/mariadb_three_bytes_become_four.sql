-- database: mariadb
-- older: V1__old.sql
CREATE TABLE customers (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(40) CHARACTER SET latin1, mail varchar(40) CHARACTER SET utf8, nick varchar(40) COLLATE utf8mb3_bin, KEY (nick)) CHARSET=utf8mb4;
-- file: V2__new.sql
ALTER TABLE customers MODIFY mail varchar(40), MODIFY nick varchar(40);
