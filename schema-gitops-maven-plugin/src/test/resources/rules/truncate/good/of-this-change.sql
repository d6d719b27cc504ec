CREATE TABLE staging (id bigint);
CREATE TEMPORARY TABLE scratch (id bigint);
TRUNCATE staging, scratch;
