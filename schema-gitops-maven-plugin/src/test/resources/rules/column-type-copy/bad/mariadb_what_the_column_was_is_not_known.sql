-- database: mariadb
ALTER TABLE other MODIFY name varchar(100); -- expect: column-type-copy
