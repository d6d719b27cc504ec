-- set: forbidden-types.types=json,varchar(255)
CREATE TABLE visits (
  id bigint PRIMARY KEY,
  data jsonb,
  agent varchar(200)
);
