CREATE TABLE stock (book_id bigint PRIMARY KEY, pieces int NOT NULL);
