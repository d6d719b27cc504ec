CREATE TABLE notes (id bigint PRIMARY KEY);
DROP SEQUENCE the_numbers_of_all_the_orders_that_the_customers_of_the_shop_have_placed; -- expect: identifier-too-long
