DELIMITER $$
CREATE FUNCTION stock_value(wanted_warehouse BIGINT UNSIGNED) RETURNS DECIMAL(14, 2)
  READS SQL DATA
BEGIN
  DECLARE total DECIMAL(14, 2);
  SELECT SUM(s.quantity * p.price) INTO total
  FROM stock s JOIN products p ON p.id = s.product_id
  WHERE s.warehouse_id = wanted_warehouse;
  RETURN COALESCE(total, 0);
END $$
DELIMITER ;
