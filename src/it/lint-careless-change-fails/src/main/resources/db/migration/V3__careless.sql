CREATE INDEX purchase_customer ON purchase (customer_id);

ALTER TABLE purchase
  ADD CONSTRAINT purchase_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id);

ALTER TABLE purchase ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE purchase ALTER COLUMN id TYPE integer;
ALTER TABLE purchase RENAME COLUMN note TO remark;
