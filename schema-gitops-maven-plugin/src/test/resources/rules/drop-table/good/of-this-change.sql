-- older: V1__old.sql
CREATE TABLE gone (id bigint);
DROP TABLE gone;
-- file: V2__import.sql
CREATE TABLE import (id bigint);
CREATE TABLE gone (id uuid);
-- file: V3__cleanup.sql
DROP TABLE import;
DROP TABLE gone;
DROP VIEW some_view;
