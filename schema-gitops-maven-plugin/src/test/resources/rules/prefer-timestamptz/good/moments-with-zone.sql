CREATE TABLE visits (
  id bigint PRIMARY KEY,
  came timestamptz NOT NULL,
  went timestamp(3) with time zone,
  day date,
  hour time
);
