-- database: mysql
-- file: R__rows.sql
INSERT IGNORE INTO countries (code) VALUES ('DE');
REPLACE INTO countries (code) VALUES ('FR');
INSERT INTO countries (code, name) VALUES ('IT', 'Italy') ON DUPLICATE KEY UPDATE name = 'Italy';
-- file: R__view.sql
CREATE OR REPLACE VIEW names AS SELECT code FROM countries;
