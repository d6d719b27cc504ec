CREATE TABLE orders (id bigint PRIMARY KEY); -- expect: require-comment
COMMENT ON TABLE orders IS NULL;
COMMENT ON COLUMN orders.id IS 'The number on the invoice';
CREATE TABLE shop.orders (id bigint PRIMARY KEY); -- expect: require-comment
