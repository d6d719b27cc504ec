CREATE TABLE suppliers (
  id    BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name  VARCHAR(120) NOT NULL,
  email VARCHAR(254),
  tags  SET ('local', 'organic', 'preferred') NOT NULL DEFAULT ''
);
