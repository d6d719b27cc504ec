-- database: mysql
-- file: R__rows.sql
INSERT INTO countries (code) VALUES ('DE'); -- expect: repeatable-not-idempotent
CREATE TABLE words (word varchar(20) PRIMARY KEY); -- expect: repeatable-not-idempotent, mysql-mixed-ddl-dml
