CREATE TABLE orders (id bigint NOT NULL, code text UNIQUE);
ALTER TABLE orders ADD PRIMARY KEY (id);
