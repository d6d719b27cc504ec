CREATE VIEW shop_names AS SELECT id, name FROM shop;
