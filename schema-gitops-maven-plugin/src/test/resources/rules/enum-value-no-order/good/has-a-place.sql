-- older: V1__priority.sql
CREATE TYPE priority AS ENUM ('low', 'high');
-- file: V2__urgent.sql
ALTER TYPE priority ADD VALUE 'urgent' AFTER 'high';
CREATE TYPE mood AS ENUM ('sad');
ALTER TYPE mood ADD VALUE 'glad';
