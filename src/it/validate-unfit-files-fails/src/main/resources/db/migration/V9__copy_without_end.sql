CREATE TABLE country (code text PRIMARY KEY, name text NOT NULL);

COPY country (code, name) FROM stdin;
DE	Germany
AT	Austria
