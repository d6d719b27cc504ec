-- file: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY); -- expect: missing-undo
CREATE TABLE customers (id bigint PRIMARY KEY);
-- file: V2__lines.sql
CREATE TABLE lines (id bigint PRIMARY KEY);
-- file: U2__lines.sql
DROP TABLE lines;
