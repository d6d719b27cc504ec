-- older: V1__mail.sql
CREATE TYPE urgency AS ENUM ('low', 'high');
CREATE TYPE colour AS ENUM ('red', 'blue');
CREATE TABLE mails (id bigint PRIMARY KEY, urgency urgency);
-- file: V2__urgency.sql
ALTER TYPE urgency RENAME TO urgency_old;
CREATE TYPE urgency AS ENUM ('low', 'middle', 'high');
DROP TYPE urgency_old CASCADE; -- expect: drop-type
-- file: V3__colour.sql
ALTER TYPE colour RENAME TO colour_old;
DROP TYPE colour_old; -- expect: drop-type
