-- database: mysql
CREATE TABLE visits ( -- expect: require-primary-key
  url text
);
