-- a table gets another owner
-- CHANGED owner table shop.orders
-- CHANGED owner sequence shop.orders_id_seq
alter table shop.orders owner to drift_other;

-- a schema gets another owner
-- CHANGED owner schema shop
alter schema shop owner to drift_other;

-- a function gets another owner
-- CHANGED owner function shop.touch()
alter function shop.touch() owner to drift_other;

-- a type gets another owner
-- CHANGED owner enum shop.state
alter type shop.state owner to drift_other;

-- a view gets another owner
-- CHANGED owner view shop.open_orders
alter view shop.open_orders owner to drift_other;

-- what is not a table gets another owner
-- CHANGED owner collation shop.german
-- CHANGED owner operator shop.===(shop.label,shop.label)
-- CHANGED owner statistics shop.orders_stats
-- CHANGED owner foreign server partner
-- CHANGED owner publication odd_changes
alter collation shop.german owner to drift_other;
alter operator shop.=== (shop.label, shop.label) owner to drift_other;
alter statistics shop.orders_stats owner to drift_other;
grant usage on foreign data wrapper plain to drift_other;
alter server partner owner to drift_other;
grant create on database current_database to drift_other;
alter publication odd_changes owner to drift_other;

-- somebody may read a table
-- ADDED privilege table shop.orders TO drift_other
grant select on shop.orders to drift_other;

-- everybody may read a table
-- ADDED privilege table shop.orders TO PUBLIC
grant select on shop.orders to public;

-- somebody may do more with a table than before
-- CHANGED privilege table shop.customer TO drift_reader
grant update on shop.customer to drift_reader;

-- somebody may give away what he has
-- CHANGED privilege table shop.customer TO drift_reader
grant select on shop.customer to drift_reader with grant option;

-- somebody may do nothing with a table any more
-- REMOVED privilege table shop.customer TO drift_reader
-- REMOVED privilege column shop.customer.nick TO drift_reader
revoke all on shop.customer from drift_reader;

-- the owner may not empty a table any more
-- ADDED privilege table shop.customer TO <migration owner>
revoke truncate on shop.customer from postgres;

-- somebody may read a column
-- ADDED privilege column shop.orders.total TO drift_other
grant select (total) on shop.orders to drift_other;

-- somebody may change a column
-- CHANGED privilege column shop.customer.nick TO drift_reader
grant update (nick) on shop.customer to drift_reader;

-- somebody may read a column of a view
-- ADDED privilege column shop.open_orders.total TO drift_other
grant select (total) on shop.open_orders to drift_other;

-- somebody may use a schema
-- ADDED privilege schema shop TO drift_other
grant usage on schema shop to drift_other;

-- somebody may create in a schema
-- CHANGED privilege schema shop TO drift_reader
grant create on schema shop to drift_reader;

-- everybody may create in the public schema
-- CHANGED privilege schema public TO PUBLIC
grant create on schema public to public;

-- somebody may use a sequence
-- ADDED privilege sequence shop.invoice_number TO drift_other
grant usage on sequence shop.invoice_number to drift_other;

-- not everybody may run a function any more
-- ADDED privilege function shop.tax(numeric) TO PUBLIC
revoke execute on function shop.tax(numeric) from public;

-- everybody may run a function again
-- REMOVED privilege function shop.touch() TO PUBLIC
grant execute on function shop.touch() to public;

-- somebody may run a procedure
-- ADDED privilege procedure shop.close_orders(integer) TO drift_other
grant execute on procedure shop.close_orders(integer) to drift_other;

-- not everybody may use a type any more
-- ADDED privilege enum shop.state TO PUBLIC
revoke usage on type shop.state from public;

-- somebody may use a foreign server
-- ADDED privilege foreign server partner TO drift_other
grant usage on foreign server partner to drift_other;

-- somebody will read tables to come in a schema
-- ADDED default privilege TABLES OF <migration owner> IN shop TO drift_other
alter default privileges in schema shop grant select on tables to drift_other;

-- somebody will read more of the tables to come
-- CHANGED default privilege TABLES OF <migration owner> IN shop TO drift_reader
alter default privileges in schema shop grant insert on tables to drift_reader;

-- somebody will read no tables to come
-- REMOVED default privilege TABLES OF <migration owner> IN shop TO drift_reader
alter default privileges in schema shop revoke select on tables from drift_reader;

-- not everybody will run functions to come
-- ADDED default privilege FUNCTIONS OF <migration owner> TO PUBLIC
alter default privileges revoke execute on functions from public;

-- somebody will use types, sequences and schemas to come
-- ADDED default privilege TYPES OF <migration owner> TO drift_other
-- ADDED default privilege SEQUENCES OF <migration owner> TO drift_other
-- ADDED default privilege SCHEMAS OF <migration owner> TO drift_other
alter default privileges grant usage on types to drift_other;
alter default privileges grant usage on sequences to drift_other;
alter default privileges grant usage on schemas to drift_other;

-- a table appears with its privileges, and is told once
-- ADDED table shop.extra
create table shop.extra (id integer, n integer);
grant select on shop.extra to public;
grant select (n) on shop.extra to drift_other;

-- a function appears with its privileges, and is told once
-- ADDED function shop.extra()
create function shop.extra() returns int language sql as $$ select 1 $$;
revoke execute on function shop.extra() from public;
