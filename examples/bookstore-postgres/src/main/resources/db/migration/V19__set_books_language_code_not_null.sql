-- SHOP-197 (2025-11): NOT NULL without downtime, 3 of 4: the valid check proves there is no NULL, so this is instant.

ALTER TABLE books ALTER COLUMN language_code SET NOT NULL;
