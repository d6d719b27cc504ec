-- database: mariadb
-- older: V1__old.sql
CREATE TABLE orders (id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 0, d decimal(8,2), u int unsigned,
  tiny varchar(30), v varchar(50), w varchar(300), fixed char(10), bin varbinary(100), at datetime, txt text,
  state enum('new','paid','sent'), flags set('a','b','c','d','e','f','g','h'), KEY orders_v (v)) DEFAULT CHARSET=utf8mb4;
-- file: V2__new.sql
ALTER TABLE orders MODIFY tiny varchar(63), MODIFY w varchar(400), MODIFY bin varbinary(255);
