-- older: V1__orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: V2__notes.sql.conf
executeInTransaction=false
-- file: V2__notes.sql
BEGIN;
CREATE TABLE notes (id bigint PRIMARY KEY);
CREATE TABLE memos (id bigint PRIMARY KEY);
COMMIT;
