-- database: mysql
-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- file: V2__the_last_one_counts.sql
UPDATE orders SET note = 'a', note = 'b' WHERE id = 1;
