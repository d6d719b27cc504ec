-- database: mariadb
-- run by: flyway
-- older: V1__old.sql
CREATE TABLE orders (id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 0, d decimal(8,2), u int unsigned,
  tiny varchar(30), v varchar(50), w varchar(300), fixed char(10), bin varbinary(100), at datetime, txt text,
  state enum('new','paid','sent'), flags set('a','b','c','d','e','f','g','h'), KEY orders_v (v)) DEFAULT CHARSET=utf8mb4;
-- file: V2__new.sql
SET SESSION lock_wait_timeout = 5;
ALTER TABLE orders ADD c int, ALGORITHM=INSTANT;
