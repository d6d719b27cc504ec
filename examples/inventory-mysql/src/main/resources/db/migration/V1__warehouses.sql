CREATE TABLE warehouses (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  code       CHAR(6)         NOT NULL,
  name       VARCHAR(120)    NOT NULL,
  country    CHAR(2)         NOT NULL,
  created_at TIMESTAMP       NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  UNIQUE KEY warehouses_code (code)
) COMMENT = 'Where goods are kept';
