CREATE TABLE orders (
  id bigserial PRIMARY KEY, -- expect: prefer-identity
  number serial -- expect: prefer-identity
);
