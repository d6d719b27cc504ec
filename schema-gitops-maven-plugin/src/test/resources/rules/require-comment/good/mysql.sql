-- database: mysql
CREATE TABLE orders (id bigint PRIMARY KEY) COMMENT='One row per order';
