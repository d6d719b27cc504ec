CREATE TABLE orders (
  id serial PRIMARY KEY -- expect: prefer-bigint-pk
);
CREATE TABLE customers (
  id int NOT NULL, -- expect: prefer-bigint-pk
  name text,
  PRIMARY KEY (id)
);
CREATE TABLE visits (id smallint NOT NULL);
ALTER TABLE visits ADD PRIMARY KEY (id); -- expect: prefer-bigint-pk
