CREATE TABLE staging (id bigint PRIMARY KEY);
CREATE TABLE lines (staging_id bigint UNIQUE REFERENCES staging);
TRUNCATE staging CASCADE;
