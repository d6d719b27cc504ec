CREATE TYPE status AS ENUM ('new', 'paid');
DROP TYPE status;
