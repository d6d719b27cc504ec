ALTER TABLE products
  ADD COLUMN length_mm INT UNSIGNED,
  ADD COLUMN width_mm INT UNSIGNED,
  ADD COLUMN height_mm INT UNSIGNED,
  ADD COLUMN volume_cm3 DECIMAL(12, 2) GENERATED ALWAYS AS (length_mm * width_mm * height_mm / 1000) VIRTUAL;
