-- file: R__shop.sql
CREATE TABLE countries (code text PRIMARY KEY); -- expect: repeatable-not-idempotent
CREATE INDEX countries_idx ON countries (code); -- expect: repeatable-not-idempotent
CREATE TYPE status AS ENUM ('new', 'paid'); -- expect: repeatable-not-idempotent
CREATE VIEW names AS SELECT code FROM countries; -- expect: repeatable-not-idempotent
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'; -- expect: repeatable-not-idempotent
CREATE TRIGGER watch BEFORE UPDATE ON countries FOR EACH ROW EXECUTE FUNCTION one(); -- expect: repeatable-not-idempotent
INSERT INTO countries (code) VALUES ('DE'); -- expect: repeatable-not-idempotent
ALTER TABLE countries ADD COLUMN name text; -- expect: repeatable-not-idempotent
DROP VIEW old_names; -- expect: repeatable-not-idempotent
