CREATE TYPE status AS ENUM ('new', 'paid');
ALTER TYPE status ADD VALUE 'sent';
CREATE TABLE orders (id bigint, state status DEFAULT 'sent');
