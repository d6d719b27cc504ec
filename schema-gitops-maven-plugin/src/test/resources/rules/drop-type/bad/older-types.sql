-- older: V1__shop.sql
CREATE TYPE status AS ENUM ('new', 'paid');
CREATE DOMAIN money AS numeric;
CREATE TABLE orders (state status, old_states status[], price money);
-- file: V2__drop.sql
DROP TYPE status CASCADE; -- expect: drop-type
DROP DOMAIN IF EXISTS money; -- expect: drop-type
DROP TYPE a, b; -- expect: drop-type, drop-type
