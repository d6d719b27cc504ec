-- database: mysql
ALTER TABLE other ADD no int AUTO_INCREMENT PRIMARY KEY FIRST; -- expect: add-auto-increment
