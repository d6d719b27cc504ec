DELIMITER //
CREATE TRIGGER stock_movements_apply AFTER INSERT ON stock_movements FOR EACH ROW
BEGIN
  INSERT INTO stock (warehouse_id, product_id, quantity)
  VALUES (NEW.warehouse_id, NEW.product_id, NEW.delta)
  ON DUPLICATE KEY UPDATE quantity = quantity + NEW.delta;
END //
DELIMITER ;
