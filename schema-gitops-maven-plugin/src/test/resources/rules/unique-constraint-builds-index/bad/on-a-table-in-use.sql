-- older: V1__shop.sql
CREATE TABLE orders (id bigint NOT NULL, code text);
-- file: V2__keys.sql
ALTER TABLE orders ADD PRIMARY KEY (id); -- expect: unique-constraint-builds-index
ALTER TABLE orders ADD CONSTRAINT orders_code_key UNIQUE (code); -- expect: unique-constraint-builds-index
ALTER TABLE ONLY unknown ADD UNIQUE (code); -- expect: unique-constraint-builds-index
