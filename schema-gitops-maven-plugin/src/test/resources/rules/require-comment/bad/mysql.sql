-- database: mysql
CREATE TABLE orders (id bigint PRIMARY KEY); -- expect: require-comment
