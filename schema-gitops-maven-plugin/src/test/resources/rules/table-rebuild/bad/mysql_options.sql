-- database: mysql
-- older: V1__old.sql
CREATE TABLE orders (id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 0, d decimal(8,2), u int unsigned,
  tiny varchar(30), v varchar(50), w varchar(300), fixed char(10), bin varbinary(100), at datetime, txt text,
  state enum('new','paid','sent'), flags set('a','b','c','d','e','f','g','h'), KEY orders_v (v)) DEFAULT CHARSET=utf8mb4;
-- file: V2__new.sql
ALTER TABLE orders ENGINE=InnoDB; -- expect: table-rebuild
-- file: V3__a.sql
ALTER TABLE orders FORCE; -- expect: table-rebuild
-- file: V4__b.sql
ALTER TABLE orders ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4; -- expect: table-rebuild
-- file: V5__c.sql
ALTER TABLE orders ENGINE=MyISAM; -- expect: table-rebuild
-- file: V6__d.sql
OPTIMIZE TABLE orders; -- expect: table-rebuild
