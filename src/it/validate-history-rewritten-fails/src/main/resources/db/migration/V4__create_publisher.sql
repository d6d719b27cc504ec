CREATE TABLE publisher (id bigint PRIMARY KEY);
