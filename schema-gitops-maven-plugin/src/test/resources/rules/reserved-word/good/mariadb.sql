-- database: mariadb
CREATE TABLE scores (
  id bigint PRIMARY KEY,
  `rank` bigint,
  `user` text
);
