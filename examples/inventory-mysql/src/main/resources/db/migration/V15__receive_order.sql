DELIMITER //
CREATE PROCEDURE receive_order(IN wanted_order BIGINT UNSIGNED, IN into_warehouse BIGINT UNSIGNED)
BEGIN
  INSERT INTO stock_movements (warehouse_id, product_id, delta, reason)
  SELECT into_warehouse, product_id, quantity, 'received'
  FROM purchase_order_lines
  WHERE order_id = wanted_order;
  UPDATE purchase_orders SET state = 'received' WHERE id = wanted_order;
END //
DELIMITER ;
