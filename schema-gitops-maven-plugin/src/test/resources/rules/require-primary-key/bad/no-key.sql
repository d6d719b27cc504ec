CREATE TABLE visits ( -- expect: require-primary-key
  id bigint UNIQUE,
  url text
);
CREATE TABLE numbers AS SELECT 1 AS number; -- expect: require-primary-key
