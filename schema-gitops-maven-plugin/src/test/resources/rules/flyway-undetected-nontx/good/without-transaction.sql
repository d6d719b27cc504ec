-- file: V2__reindex.sql.conf
executeInTransaction=false
-- file: V2__reindex.sql
REINDEX TABLE CONCURRENTLY events;
-- file: V3__views.sql
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
-- file: V4__known.sql
VACUUM events;
