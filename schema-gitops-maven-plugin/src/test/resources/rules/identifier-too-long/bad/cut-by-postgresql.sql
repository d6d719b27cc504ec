CREATE TABLE customers (
  id bigint PRIMARY KEY,
  the_day_on_which_this_customer_has_placed_the_first_order_of_all date, -- expect: identifier-too-long
  "größe_und_gewicht_des_schönsten_möbelstücks_in_der_größten_übergröße" text -- expect: identifier-too-long
);
CREATE INDEX customers_of_the_shop_by_the_day_on_which_they_have_placed_an_order_idx ON customers (id); -- expect: identifier-too-long
