ALTER TABLE warehouses
  ADD CONSTRAINT warehouses_country FOREIGN KEY (country) REFERENCES countries (code);
