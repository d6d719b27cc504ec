-- older: V1__orders.sql
CREATE VIEW report AS SELECT 1 AS id;
-- file: V2__triggers.sql
CREATE TABLE orders (id bigint);
CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE orders DISABLE TRIGGER touched;
DROP TRIGGER touched ON orders;
CREATE TRIGGER written INSTEAD OF INSERT ON report FOR EACH ROW EXECUTE FUNCTION touch();
