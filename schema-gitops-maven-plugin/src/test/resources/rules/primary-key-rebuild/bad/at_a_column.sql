-- database: mysql
ALTER TABLE heap ADD COLUMN id binary(16) NOT NULL DEFAULT '' PRIMARY KEY; -- expect: primary-key-rebuild
