-- statistics are collected
analyze;

-- tables are rewritten
vacuum full;

-- indexes are rebuilt
reindex schema shop;

-- indexes are rebuilt without locks
reindex index concurrently shop.orders_customer_idx;

-- the index to cluster on is chosen, used, and forgotten again
cluster shop.orders using orders_customer_idx;
alter table shop.orders set without cluster;

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

-- the passwords of a foreign server change
alter server partner options (set password 'another');
alter foreign table shop.remote options (set token 'another');
alter user mapping for public server partner options (set password 'another');

-- options of a foreign server are set in another order
alter server partner options (drop host, drop password);
alter server partner options (password 'another', host 'partner.example');

-- a publication is made again, its tables in another order
drop publication stock_changes;
create publication stock_changes for table shop.shelf, only shop.stock (amount, id) where (amount > 0) with (publish = 'insert');

-- an event trigger is disabled for a while, its tags in another order
drop event trigger watch_tables;
create event trigger watch_tables on ddl_command_end when tag in ('ALTER TABLE', 'CREATE TABLE') execute function shop.watch();
comment on event trigger watch_tables is 'looks on';
alter event trigger watch_tables disable;
alter event trigger watch_tables enable;

-- an operator, a cast, a range type and a collation are made again
drop operator shop.=== (shop.label, shop.label);
create operator shop.=== (function = shop.label_equals, leftarg = shop.label, rightarg = shop.label, commutator = operator(shop.===), restrict = eqsel, join = eqjoinsel, hashes);
drop cast (shop.label as text);
create cast (shop.label as text) with inout as assignment;
drop type shop.weight;
create type shop.weight as range (subtype = float8, subtype_diff = float8mi, multirange_type_name = shop.weight_multirange);
drop collation shop.german;
create collation shop.german (lc_collate = 'C', lc_ctype = 'C');

-- an extension moves away and back
alter extension citext set schema public;
alter extension citext set schema shop;

-- another session has a temporary table
create temporary table orders (id integer);

-- the tool's own tables change
alter table public.flyway_schema_history add extra text default 'x';
create index on public.flyway_schema_history (extra);
alter table public.flyway_schema_history drop constraint flyway_schema_history_pkey;

-- a session has other settings
set timezone = 'Asia/Tokyo';
set datestyle = 'ISO, DMY';
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
alter table shop.depot validate constraint depot_amount_check;

-- nothing is altered
alter table shop.depot alter amount set default 0;
alter table shop.depot alter amount set not null;
alter table shop.depot alter price type numeric(8, 2);
alter table shop.orders set (fillfactor = 90);
alter table shop.item alter sku set storage extended;
alter sequence shop.invoice_number increment by 5;
alter function shop.tax(numeric) immutable;
alter index shop.depot_labels_idx reset (fastupdate);
alter type shop.state add value if not exists 'new';
alter domain shop.percent set default 0;
alter policy anybody on shop.depot using (true);
grant select on shop.depot to shop_reader;
comment on table shop.customer is 'who buys';

-- a table is dropped and made again
drop table shop.delivery;
create table shop.delivery (
  shelf integer not null,
  id integer,
  place integer not null,
  constraint delivery_place_fk foreign key (place, shelf) references shop.depot (place, shelf)
);

-- an index is dropped and made again
drop index shop.depot_labels_idx;
create index concurrently depot_labels_idx on shop.depot using gin (labels);

-- a function is dropped and made again
drop function shop.tax(numeric, numeric);
create function shop.tax(amount numeric, rate numeric) returns numeric language sql immutable as $$ select amount * rate $$;

-- a view is dropped and made again
drop view shop.low_depot;
create view shop.low_depot as select sku, amount from shop.depot where amount < 10 with local check option;

-- a transaction that did a lot is rolled back
begin;
drop table shop.orders cascade;
alter table shop.depot add scrap integer;
rollback;

-- a partition gets rows and is vacuumed
insert into shop.event (at, kind) select '2024-05-05', 'x' from generate_series(1, 50);
vacuum analyze shop.event;

-- types are dropped and made again
drop type shop.point;
create type shop.point as (x integer, y integer);
drop domain shop.percent;
create domain shop.percent as numeric(5, 2) default 0 constraint percent_check check (value between 0 and 100);
