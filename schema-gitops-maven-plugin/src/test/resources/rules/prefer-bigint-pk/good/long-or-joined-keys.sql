CREATE TABLE orders (id bigint PRIMARY KEY, copies integer);
CREATE TABLE countries (code text PRIMARY KEY);
CREATE TABLE lines (order_id bigint, line int, PRIMARY KEY (order_id, line));
