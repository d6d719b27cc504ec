CREATE DOMAIN id AS bigint;
CREATE TABLE customers (id bigserial PRIMARY KEY, code varchar(20) UNIQUE, small int UNIQUE, own id UNIQUE, net cidr UNIQUE);
CREATE TABLE orders (
  customer_id int8 UNIQUE REFERENCES customers,
  code text UNIQUE REFERENCES customers (code),
  small bigint UNIQUE REFERENCES customers (small),
  own bigint UNIQUE REFERENCES customers (own),
  net inet UNIQUE REFERENCES customers (net)
);
