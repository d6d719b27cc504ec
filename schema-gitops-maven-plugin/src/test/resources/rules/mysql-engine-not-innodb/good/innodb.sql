-- database: mysql
-- set: mysql-engine-not-innodb.allowed=innodb, rocksdb
CREATE TABLE visits (id bigint PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE marks (id bigint PRIMARY KEY) ENGINE = RocksDB;
CREATE TABLE notes (id bigint PRIMARY KEY);
