-- database: mysql
CREATE TABLE customers (id bigint PRIMARY KEY, name text) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
