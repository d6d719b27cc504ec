-- file: R__shop.sql
CREATE TABLE IF NOT EXISTS countries (code text PRIMARY KEY);
CREATE INDEX IF NOT EXISTS countries_idx ON countries (code);
CREATE OR REPLACE VIEW names AS SELECT code FROM countries;
CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP TRIGGER IF EXISTS watch ON countries;
CREATE TRIGGER watch BEFORE UPDATE ON countries FOR EACH ROW EXECUTE FUNCTION one();
INSERT INTO countries (code) VALUES ('DE') ON CONFLICT DO NOTHING;
ALTER TABLE countries ADD COLUMN IF NOT EXISTS name text;
ALTER TABLE countries DROP CONSTRAINT IF EXISTS short;
ALTER TABLE countries ADD CONSTRAINT short CHECK (code <> '');
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'status') THEN
    CREATE TYPE status AS ENUM ('new', 'paid');
  END IF;
END $$;
