CREATE TABLE nodes (id bigint, parent_id text UNIQUE REFERENCES nodes, PRIMARY KEY (id)); -- expect: fk-type-mismatch
