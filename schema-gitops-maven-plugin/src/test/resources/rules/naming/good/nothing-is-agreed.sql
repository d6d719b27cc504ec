CREATE TABLE "Strange Name" ("ID" bigint PRIMARY KEY);
