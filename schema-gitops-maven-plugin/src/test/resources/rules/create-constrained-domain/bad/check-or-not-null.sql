CREATE DOMAIN positive AS numeric CHECK (value > 0); -- expect: create-constrained-domain
CREATE DOMAIN email AS text NOT NULL; -- expect: create-constrained-domain
