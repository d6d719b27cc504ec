CREATE INDEX CONCURRENTLY purchase_customer ON purchase (customer_id);
