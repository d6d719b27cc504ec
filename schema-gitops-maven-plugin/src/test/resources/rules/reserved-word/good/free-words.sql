CREATE TABLE orders (
  id bigint PRIMARY KEY,
  name text,
  rank bigint,
  "User" text,
  CONSTRAINT "check" CHECK (rank > 0)
);
