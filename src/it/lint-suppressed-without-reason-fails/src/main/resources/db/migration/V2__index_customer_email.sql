-- schema:ignore index-not-concurrent
CREATE INDEX customer_email ON customer (email);

-- schema:ignore index-not-concurent small table
CREATE INDEX purchase_note ON purchase (note);
