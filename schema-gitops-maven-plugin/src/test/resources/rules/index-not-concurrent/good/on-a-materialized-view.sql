-- older: V1__totals.sql
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id;
-- file: V2__totals_idx.sql
CREATE UNIQUE INDEX totals_idx ON totals (id);
