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

-- owners and privileges, which are not compared unless that is asked for
grant select on shop.orders to public;

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
