-- database: mysql
-- server: 8.4
-- older: V1__old.sql
CREATE TABLE orders (id int PRIMARY KEY, a int);
-- file: V2__new.sql
CREATE TABLE n (id int PRIMARY KEY, parent int REFERENCES p (id)); -- expect: inline-references-ignored
-- file: V3__a.sql
ALTER TABLE orders ADD p int REFERENCES p (id), ALGORITHM=INSTANT; -- expect: inline-references-ignored
-- file: V4__b.sql
ALTER TABLE orders MODIFY a int REFERENCES p (id); -- expect: inline-references-ignored
