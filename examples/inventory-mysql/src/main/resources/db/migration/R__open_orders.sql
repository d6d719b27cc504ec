CREATE OR REPLACE VIEW open_orders AS
SELECT o.id, s.name AS supplier, o.ordered_on, COUNT(l.line_no) AS positions, SUM(l.quantity * l.unit_price) AS total
FROM purchase_orders o
JOIN suppliers s ON s.id = o.supplier_id
LEFT JOIN purchase_order_lines l ON l.order_id = o.id
WHERE o.state = 'open'
GROUP BY o.id, s.name, o.ordered_on;
