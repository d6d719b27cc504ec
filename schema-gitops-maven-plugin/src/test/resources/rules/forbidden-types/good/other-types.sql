-- set: forbidden-types.types=xml,varchar(255)
CREATE TABLE visits (
  id bigint PRIMARY KEY,
  data jsonb,
  agent varchar(200)
);
