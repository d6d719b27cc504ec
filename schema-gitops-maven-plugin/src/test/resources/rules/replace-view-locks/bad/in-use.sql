-- older: V1__shop.sql
CREATE VIEW report AS SELECT 1 AS id;
-- file: V2__view.sql
CREATE OR REPLACE VIEW report AS SELECT 1 AS id, 2 AS pieces; -- expect: replace-view-locks
CREATE OR REPLACE VIEW report AS SELECT 1 AS id, 3 AS pieces;
