-- older: V1__users.sql
CREATE TABLE users (id bigint PRIMARY KEY);
-- file: V2__words.sql
CREATE TABLE "order" ( -- expect: reserved-word
  id bigint PRIMARY KEY,
  "user" text -- expect: reserved-word
);
ALTER TABLE users ADD COLUMN "desc" text; -- expect: reserved-word
CREATE VIEW "all" AS SELECT 1 AS one; -- expect: reserved-word
