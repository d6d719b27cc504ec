CREATE TYPE status AS ENUM ('new', 'paid');
ALTER TYPE status RENAME VALUE 'new' TO 'open';
ALTER TYPE other ADD VALUE 'open';
