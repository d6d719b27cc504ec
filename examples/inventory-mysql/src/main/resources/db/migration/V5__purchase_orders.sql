CREATE TABLE purchase_orders (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  supplier_id BIGINT UNSIGNED NOT NULL,
  ordered_on  DATE            NOT NULL,
  state       VARCHAR(20)     NOT NULL DEFAULT 'open',
  CONSTRAINT purchase_orders_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id)
);

CREATE TABLE purchase_order_lines (
  order_id   BIGINT UNSIGNED NOT NULL,
  line_no    SMALLINT UNSIGNED NOT NULL,
  product_id BIGINT UNSIGNED NOT NULL,
  quantity   INT UNSIGNED NOT NULL,
  unit_price DECIMAL(10, 2) NOT NULL,
  PRIMARY KEY (order_id, line_no),
  CONSTRAINT purchase_order_lines_order FOREIGN KEY (order_id) REFERENCES purchase_orders (id) ON DELETE CASCADE,
  CONSTRAINT purchase_order_lines_product FOREIGN KEY (product_id) REFERENCES products (id)
);
