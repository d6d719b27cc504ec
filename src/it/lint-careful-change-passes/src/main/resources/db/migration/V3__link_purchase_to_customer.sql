ALTER TABLE purchase
  ADD CONSTRAINT purchase_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) NOT VALID;
