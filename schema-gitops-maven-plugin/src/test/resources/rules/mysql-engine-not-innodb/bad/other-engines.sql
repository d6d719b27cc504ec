-- database: mysql
CREATE TABLE visits (id bigint PRIMARY KEY) ENGINE=MyISAM; -- expect: mysql-engine-not-innodb
