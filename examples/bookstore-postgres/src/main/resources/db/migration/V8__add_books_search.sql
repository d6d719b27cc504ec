-- SHOP-85 (2025-01): Full-text search over titles; rewrites books, so it was deployed in the Sunday window.

ALTER TABLE books
    ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A')
        || setweight(to_tsvector('simple', coalesce(subtitle, '')), 'B')
    ) STORED;

CREATE INDEX books_search_idx ON books USING gin (search);

COMMENT ON COLUMN books.search IS
    'Configuration "simple": titles come in many languages, stemming hurts more than it helps';
