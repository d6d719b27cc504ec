-- what is granted is revoked
grant select on shop.orders to drift_other;
revoke select on shop.orders from drift_other;
grant select (total) on shop.orders to drift_other;
revoke select (total) on shop.orders from drift_other;

-- what everybody may do is revoked and granted
revoke execute on function shop.tax(numeric) from public;
grant execute on function shop.tax(numeric) to public;

-- what the owner may do is revoked and granted
revoke all on shop.orders from postgres;
grant all on shop.orders to postgres;

-- another owner for a while
alter table shop.orders owner to drift_other;
alter table shop.orders owner to postgres;

-- default privileges are set and reset
alter default privileges in schema shop grant select on sequences to drift_other;
alter default privileges in schema shop revoke select on sequences from drift_other;
alter default privileges revoke execute on functions from public;
alter default privileges grant execute on functions to public;

-- the tool's own tables are granted
grant select on public.flyway_schema_history to drift_other;

-- another role grants the same
grant usage on schema shop to drift_other;
grant select on shop.customer to drift_other with grant option;
set role drift_other;
grant select on shop.customer to drift_reader;
reset role;
revoke select on shop.customer from drift_other cascade;
revoke usage on schema shop from drift_other;
