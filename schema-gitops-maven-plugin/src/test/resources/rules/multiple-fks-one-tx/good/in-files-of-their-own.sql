-- older: V1__shop.sql
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE products (id bigint PRIMARY KEY);
CREATE TABLE wishes (customer_id bigint UNIQUE, product_id bigint UNIQUE);
CREATE TABLE likes (customer_id bigint UNIQUE, product_id bigint UNIQUE);
-- file: V2__customer.sql
ALTER TABLE wishes ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
-- file: V3__product.sql
ALTER TABLE wishes ADD FOREIGN KEY (product_id) REFERENCES products NOT VALID;
-- file: V4__validate.sql
ALTER TABLE wishes VALIDATE CONSTRAINT wishes_customer_id_fkey;
ALTER TABLE wishes VALIDATE CONSTRAINT wishes_product_id_fkey;
-- file: V5__likes.sql
-- schema:ignore flyway-nontx-multi-statement can be finished by hand
ALTER TABLE likes ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE likes ADD FOREIGN KEY (product_id) REFERENCES products NOT VALID;
-- file: V5__likes.sql.conf
executeInTransaction=false
-- file: V6__validate.sql
ALTER TABLE likes VALIDATE CONSTRAINT likes_customer_id_fkey;
ALTER TABLE likes VALIDATE CONSTRAINT likes_product_id_fkey;
