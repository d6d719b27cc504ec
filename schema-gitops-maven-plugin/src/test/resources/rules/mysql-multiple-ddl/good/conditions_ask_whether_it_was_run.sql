-- database: mysql
-- older: V1__old.sql
CREATE TABLE orders (id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 0, d decimal(8,2), u int unsigned,
  tiny varchar(30), v varchar(50), w varchar(300), fixed char(10), bin varbinary(100), at datetime, txt text,
  state enum('new','paid','sent'), flags set('a','b','c','d','e','f','g','h'), KEY orders_v (v)) DEFAULT CHARSET=utf8mb4;
-- file: V2__new.sql
SET @n := (SELECT count(*) FROM information_schema.statistics WHERE index_name = 'orders_v');
SET @s := IF(@n > 0, 'ALTER TABLE orders DROP INDEX orders_v', 'SELECT 1');
PREPARE drop_it FROM @s;
EXECUTE drop_it;
CREATE INDEX orders_v ON orders (v, a);
