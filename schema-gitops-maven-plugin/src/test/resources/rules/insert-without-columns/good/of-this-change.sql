CREATE TABLE countries (code text, name text);
INSERT INTO countries VALUES ('DE', 'Germany'), ('FR', 'France');
