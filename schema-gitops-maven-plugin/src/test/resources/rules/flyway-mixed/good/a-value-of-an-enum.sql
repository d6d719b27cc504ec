-- older: V1__mood.sql
CREATE TYPE mood AS ENUM ('glad');
CREATE TABLE people (id bigint);
-- file: V2__mood.sql
ALTER TABLE people ADD COLUMN mood mood;
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad';
