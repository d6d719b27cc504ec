-- A few rows of every table: what only fails with data fails here.
INSERT INTO warehouses (id, code, name, country) VALUES (1, 'HAM-01', 'Hamburg', 'DE'), (2, 'RTM-01', 'Rotterdam', 'NL');
INSERT INTO products (id, sku, title, price, status) VALUES (1, 'BOLT-M8', 'Bolt M8', 0.12, 'active'), (2, 'NUT-M8', 'Nut M8', 0.05, 'active');
INSERT INTO suppliers (id, name) VALUES (1, 'Schrauben Nord');
INSERT INTO stock_movements (warehouse_id, product_id, delta, reason) VALUES (1, 1, 1000, 'initial'), (1, 2, 3, 'initial');
