-- SHOP-197 (2025-10): NOT NULL without downtime, 1 of 4: a check for new rows only, nothing is scanned under lock.

ALTER TABLE books
    ADD CONSTRAINT books_language_code_present CHECK (language_code IS NOT NULL) NOT VALID;
