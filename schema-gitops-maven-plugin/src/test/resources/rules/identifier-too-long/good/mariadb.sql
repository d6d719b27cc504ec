-- database: mariadb
CREATE TABLE customers (
  id bigint PRIMARY KEY,
  the_day_on_which_this_customer_has_placed_the_first_order_of_all date
);
