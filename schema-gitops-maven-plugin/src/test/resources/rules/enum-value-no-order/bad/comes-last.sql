-- older: V1__priority.sql
CREATE TYPE priority AS ENUM ('low', 'high');
-- file: V2__urgent.sql
ALTER TYPE priority ADD VALUE 'urgent'; -- expect: enum-value-no-order
ALTER TYPE priority ADD VALUE IF NOT EXISTS 'asap'; -- expect: enum-value-no-order
