CREATE TABLE products (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  sku         VARCHAR(40)     NOT NULL,
  title       VARCHAR(60)     NOT NULL,
  description TEXT,
  weight_g    INT UNSIGNED,
  price       DECIMAL(10, 2)  NOT NULL,
  status      ENUM ('draft', 'active', 'retired') NOT NULL DEFAULT 'draft',
  PRIMARY KEY (id),
  UNIQUE KEY products_sku (sku),
  CONSTRAINT products_price_positive CHECK (price >= 0)
);
