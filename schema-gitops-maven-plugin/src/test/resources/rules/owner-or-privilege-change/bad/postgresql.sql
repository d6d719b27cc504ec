GRANT SELECT ON orders TO app; -- expect: owner-or-privilege-change
REVOKE ALL ON orders FROM PUBLIC; -- expect: owner-or-privilege-change
ALTER TABLE orders OWNER TO app; -- expect: owner-or-privilege-change
ALTER VIEW totals OWNER TO app; -- expect: owner-or-privilege-change
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO app; -- expect: owner-or-privilege-change
CREATE ROLE app; -- expect: owner-or-privilege-change
ALTER ROLE app SET search_path = shop; -- expect: owner-or-privilege-change
