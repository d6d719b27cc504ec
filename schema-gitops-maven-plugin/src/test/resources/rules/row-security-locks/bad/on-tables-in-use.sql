-- older: V1__shop.sql
CREATE TABLE orders (id bigint, tenant int);
CREATE TABLE items (id bigint);
-- file: V2__policies.sql
ALTER TABLE orders ENABLE ROW LEVEL SECURITY; -- expect: row-security-locks
CREATE POLICY own ON orders USING (tenant = 1);
DROP POLICY IF EXISTS old ON items; -- expect: row-security-locks
ALTER TABLE unknown REPLICA IDENTITY FULL; -- expect: row-security-locks
-- file: V3__policy.sql
CREATE POLICY other ON orders USING (tenant = 2); -- expect: row-security-locks
-- file: V4__policy.sql
ALTER POLICY other ON public.orders USING (tenant = 3); -- expect: row-security-locks
