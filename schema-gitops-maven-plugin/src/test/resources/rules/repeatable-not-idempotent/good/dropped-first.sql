-- file: R__totals.sql
DROP MATERIALIZED VIEW IF EXISTS totals;
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id;
CREATE UNIQUE INDEX totals_idx ON totals (id);
DROP VIEW IF EXISTS names;
CREATE VIEW names AS SELECT 'x' AS name;
CREATE TEMPORARY TABLE scratch (id bigint);
INSERT INTO scratch (id) VALUES (1);
