-- database: mysql
CREATE USER app; -- expect: owner-or-privilege-change
GRANT SELECT ON shop.orders TO app; -- expect: owner-or-privilege-change
