-- older: V1__shop.sql
CREATE TABLE orders (id bigint);
CREATE TABLE items (id bigint);
CREATE TABLE notes (id bigint);
-- file: V2__triggers.sql
CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch(); -- expect: trigger-locks
DROP TRIGGER IF EXISTS touched ON items; -- expect: trigger-locks
CREATE TRIGGER touched BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE notes DISABLE TRIGGER ALL; -- expect: trigger-locks
ALTER TABLE unknown ENABLE REPLICA TRIGGER touched; -- expect: trigger-locks
