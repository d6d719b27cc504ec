CREATE TABLE author (
    id   bigint PRIMARY KEY,
    name text NOT NULL
);
