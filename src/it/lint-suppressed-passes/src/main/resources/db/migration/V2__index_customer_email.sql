-- schema:ignore index-not-concurrent 200 customers; the shop opens next week
CREATE INDEX customer_email ON customer (email);
