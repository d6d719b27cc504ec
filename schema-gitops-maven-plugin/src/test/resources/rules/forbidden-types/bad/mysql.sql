-- database: mysql
-- set: forbidden-types.types=year
CREATE TABLE visits (
  id bigint PRIMARY KEY,
  came year -- expect: forbidden-types
);
