ALTER TABLE products ADD FULLTEXT INDEX products_text (title, description);
