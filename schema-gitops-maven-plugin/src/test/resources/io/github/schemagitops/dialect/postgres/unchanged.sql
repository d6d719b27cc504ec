-- statistics are collected
analyze;

-- tables are rewritten
vacuum full;

-- indexes are rebuilt
reindex schema shop;

-- indexes are rebuilt without locks
reindex index concurrently shop.orders_customer_idx;

-- a table is clustered
cluster shop.orders using orders_customer_idx;

-- rows come and go, sequences advance
insert into shop.customer (email, name) select i || '@example.org', 'n' from generate_series(1, 100) i;
insert into shop.orders (customer_id, total) select id, id from shop.customer;
delete from shop.orders;
select nextval('shop.invoice_number');
refresh materialized view shop.turnover with no data;

-- a table is truncated and its sequence restarted
truncate shop.orders restart identity cascade;

-- the database has other settings
alter database current_database set timezone = 'Asia/Tokyo';
alter database current_database set intervalstyle = 'sql_standard';
alter database current_database set search_path = shop, public;
alter database current_database set bytea_output = 'escape';
alter database current_database set quote_all_identifiers = on;

-- a table is renamed and renamed back
alter table shop.orders rename to o;
alter table shop.o rename to orders;

-- a column is renamed and renamed back
alter table shop.orders rename total to t;
alter table shop.orders rename t to total;

-- a column is added and dropped
alter table shop.customer add scrap integer not null default 0;
alter table shop.customer drop scrap;

-- a column moves to the end of its table
alter table shop.customer drop phone;
alter table shop.customer add phone varchar(20) default '-';

-- a constraint is dropped and made again
alter table shop.orders drop constraint orders_customer_fk;
alter table shop.orders add constraint orders_customer_fk foreign key (customer_id) references shop.customer on delete cascade not valid;
alter table shop.orders validate constraint orders_customer_fk;

-- storage parameters are set in another order
alter table shop.orders reset (fillfactor, autovacuum_vacuum_scale_factor);
alter table shop.orders set (autovacuum_vacuum_scale_factor = 0.05);
alter table shop.orders set (fillfactor = 90);

-- a trigger is disabled for a while
alter table shop.orders disable trigger user;
alter table shop.orders enable trigger user;

-- a partition is detached and attached
alter table shop.event detach partition shop.event_2024;
alter table shop.event attach partition shop.event_2024 for values from ('2024-01-01 00:00+00') to ('2025-01-01 00:00+00');

-- a view is replaced by itself
create or replace view shop.gone_items as select * from shop.item where status in ('gone', 'packed');

-- a check and a view are made again from the server's own text, as dump and restore do
alter table shop.item drop constraint item_status_check;
alter table shop.item add constraint item_status_check check (((status)::text = any ((array['open'::character varying, 'packed'::character varying, 'gone'::character varying])::text[])));
create or replace view shop.gone_items as select * from shop.item where ((status)::text = any ((array['gone'::character varying, 'packed'::character varying])::text[]));

-- another session has a temporary table
create temporary table orders (id integer);

-- the tool's own tables change
alter table public.flyway_schema_history add extra text default 'x';
create index on public.flyway_schema_history (extra);
alter table public.flyway_schema_history drop constraint flyway_schema_history_pkey;

-- a session has other settings
set timezone = 'Asia/Tokyo';
set datestyle = 'German, DMY';
set intervalstyle = 'iso_8601';
set lc_messages = 'C';
set lc_monetary = 'C';
set lc_numeric = 'C';
set lc_time = 'C';
set search_path = shop, pg_catalog, public;
set bytea_output = 'escape';
set extra_float_digits = 0;
set quote_all_identifiers = on;
set default_tablespace = 'fast';
set default_toast_compression = 'pglz';
set role shop_reader;

-- a login has other settings
alter role postgres in database current_database set datestyle = 'SQL, DMY';
alter role postgres in database current_database set lc_messages = 'C';
alter role postgres in database current_database set search_path = '';
alter role postgres in database current_database set standard_conforming_strings = off;

-- the database has settings for languages
alter database current_database set lc_messages = 'C';
alter database current_database set datestyle = 'German';
alter database current_database set default_text_search_config = 'pg_catalog.german';

-- constraints are validated that are valid
alter table shop.delivery validate constraint delivery_place_fk;
alter table shop.stock validate constraint stock_amount_check;

-- nothing is altered
alter table shop.stock alter amount set default 0;
alter table shop.stock alter amount set not null;
alter table shop.stock alter price type numeric(8, 2);
alter table shop.orders set (fillfactor = 90);
alter table shop.item alter sku set storage extended;
alter sequence shop.invoice_number increment by 5;
alter function shop.tax(numeric) immutable;
alter index shop.stock_labels_idx reset (fastupdate);
alter type shop.state add value if not exists 'new';
alter domain shop.percent set default 0;
alter policy anybody on shop.stock using (true);
alter event trigger audit enable;
alter publication changes set (publish = 'insert');
alter extension pg_trgm update;
alter server archive options (set dbname 'old');
alter foreign table shop.old_orders options (set table_name 'orders');
grant select on shop.stock to shop_reader;
comment on table shop.customer is 'who buys';

-- a table is dropped and made again
drop table shop.delivery;
create table shop.delivery (
  shelf integer not null,
  id integer,
  place integer not null,
  constraint delivery_place_fk foreign key (place, shelf) references shop.stock (place, shelf)
);

-- an index is dropped and made again
drop index shop.stock_labels_idx;
create index concurrently stock_labels_idx on shop.stock using gin (labels);

-- a function is dropped and made again
drop function shop.tax(numeric, numeric);
create function shop.tax(amount numeric, rate numeric) returns numeric language sql immutable as $$ select amount * rate $$;

-- a view is dropped and made again
drop view shop.low_stock;
create view shop.low_stock as select sku, amount from shop.stock where amount < 10 with local check option;

-- types are dropped and made again
drop type shop.point;
create type shop.point as (x integer, y integer);
drop type shop.price_range;
create type shop.price_range as range (subtype = numeric);
drop collation shop.german;
create collation shop.german (provider = libc, locale = 'C');

-- what belongs to the whole database is dropped and made again
drop extension pg_trgm;
create extension pg_trgm with schema public;
drop cast (shop.colour as integer);
create cast (shop.colour as integer) with function shop.rank(shop.colour) as assignment;
drop event trigger audit;
create event trigger audit on ddl_command_end when tag in ('DROP ROLE') execute function shop.watch();
drop publication changes;
create publication changes for table shop.stock (sku, amount) where (amount > 0) with (publish = 'insert');

-- foreign objects are dropped and made again
drop server archive cascade;
create server archive foreign data wrapper postgres_fdw options (host 'archive.example.org', dbname 'old');
create foreign table shop.old_orders (id bigint not null, total numeric options (column_name 'sum'))
  server archive options (table_name 'orders', schema_name 'public');

-- somebody may log in to another server
create user mapping for public server archive options (user 'me', password 'canary');

-- a transaction that did a lot is rolled back
begin;
drop table shop.orders cascade;
alter table shop.stock add scrap integer;
rollback;

-- a partition gets rows and is vacuumed
insert into shop.event (at, kind) select '2024-05-05', 'x' from generate_series(1, 50);
vacuum analyze shop.event;
