-- SHOP-12 (2024-09): The catalogue: what we sell, who wrote it and who publishes it.

CREATE TYPE book_format AS ENUM ('hardcover', 'paperback', 'ebook', 'audiobook');

CREATE DOMAIN isbn13 AS text
    CONSTRAINT isbn13_format CHECK (VALUE ~ '^97[89][0-9]{10}$');

COMMENT ON DOMAIN isbn13 IS 'ISBN-13 without hyphens; the check digit is verified by the import';

CREATE TABLE publishers (
    id   serial PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE authors (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name      text NOT NULL,
    sort_name text NOT NULL
);

CREATE INDEX authors_sort_name_idx ON authors (lower(sort_name));

CREATE TABLE books (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    isbn         isbn13 NOT NULL UNIQUE,
    title        text NOT NULL CHECK (title <> ''),
    subtitle     text,
    format       book_format NOT NULL,
    publisher_id integer NOT NULL REFERENCES publishers (id) ON DELETE RESTRICT,
    language     varchar(30),
    page_count   integer CHECK (page_count > 0),
    published_on date,
    price_cents  integer NOT NULL CHECK (price_cents >= 0),
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX books_publisher_id_idx ON books (publisher_id);

COMMENT ON TABLE books IS 'One row per edition: hardcover and e-book of a title are two books';
COMMENT ON COLUMN books.price_cents IS 'List price in minor units of the shop currency, tax included';

CREATE TABLE book_authors (
    book_id   bigint NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    author_id bigint NOT NULL REFERENCES authors (id) ON DELETE RESTRICT,
    position  smallint NOT NULL CHECK (position > 0),
    PRIMARY KEY (book_id, author_id),
    UNIQUE (book_id, position)
);

CREATE INDEX book_authors_author_id_idx ON book_authors (author_id);
