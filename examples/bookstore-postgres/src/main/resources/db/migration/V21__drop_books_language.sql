-- SHOP-221 (2026-01): Contract: nothing reads language since release 41; NOT NULL 4 of 4: drop the helper check too.

DROP TRIGGER books_sync_language_code ON books;
DROP FUNCTION sync_books_language_code();
DROP FUNCTION language_code_of(text);

ALTER TABLE books
    DROP CONSTRAINT books_language_code_present,
    DROP COLUMN language;

COMMENT ON COLUMN books.language_code IS 'ISO 639 code; "und" means undetermined';
