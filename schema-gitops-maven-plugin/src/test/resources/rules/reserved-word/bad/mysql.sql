-- database: mysql
CREATE TABLE scores (
  id bigint PRIMARY KEY,
  `rank` bigint, -- expect: reserved-word
  `Key` bigint -- expect: reserved-word
);
