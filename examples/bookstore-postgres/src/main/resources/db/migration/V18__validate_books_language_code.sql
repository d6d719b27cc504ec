-- SHOP-197 (2025-10): NOT NULL without downtime, 2 of 4: the scan, while reads and writes go on.

ALTER TABLE books VALIDATE CONSTRAINT books_language_code_present;
