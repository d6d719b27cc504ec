CREATE TABLE review (id bigint PRIMARY KEY);
