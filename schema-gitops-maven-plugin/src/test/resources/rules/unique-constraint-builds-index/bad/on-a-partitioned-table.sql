-- older: V1__events.sql
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
-- file: V2__key.sql
ALTER TABLE events ADD PRIMARY KEY (id, day); -- expect: unique-constraint-builds-index
