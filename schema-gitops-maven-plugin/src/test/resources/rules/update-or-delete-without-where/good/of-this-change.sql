CREATE TABLE staging (id bigint, note text);
CREATE TEMPORARY TABLE scratch (id bigint);
UPDATE staging SET note = '';
DELETE FROM scratch;
