CREATE TABLE countries (code text PRIMARY KEY);
INSERT INTO countries (code) VALUES ('DE');
