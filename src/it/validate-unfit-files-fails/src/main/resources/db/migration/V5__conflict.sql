CREATE TABLE author (
  id bigint PRIMARY KEY,
<<<<<<< HEAD
  name text NOT NULL
=======
  full_name text NOT NULL
>>>>>>> add-author
);
