-- a schema appears
-- ADDED schema extra
create schema extra;

-- a table with a quoted name disappears
-- REMOVED table "Odd One"."Mixed Case"
drop table "Odd One"."Mixed Case";

-- an enum gets a value at the end
-- CHANGED enum shop.state
alter type shop.state add value 'returned';

-- an enum gets a value in the middle
-- CHANGED enum shop.state
alter type shop.state add value 'packed' before 'sent';

-- an enum value is renamed, and so the default and the view that name it change
-- CHANGED enum shop.state
-- CHANGED column shop.orders.state
-- CHANGED view shop.open_orders
alter type shop.state rename value 'new' to 'fresh';

-- a domain gets a check
-- CHANGED domain shop.email
alter domain shop.email add constraint short check (length(value) < 100) not valid;

-- a domain allows null
-- CHANGED domain shop.email
alter domain shop.email drop not null;

-- a composite type gets an attribute
-- CHANGED composite type shop.money_range
alter type shop.money_range add attribute currency char(3);

-- a sequence steps differently
-- CHANGED sequence shop.invoice_number
alter sequence shop.invoice_number increment by 1;

-- a sequence cycles
-- CHANGED sequence shop.spare
alter sequence shop.spare cycle;

-- a sequence gets an owner
-- CHANGED sequence shop.spare
alter sequence shop.spare owned by shop.item.line;

-- a serial sequence loses its owner
-- CHANGED sequence shop.orders_id_seq
alter sequence shop.orders_id_seq owned by none;

-- a sequence disappears
-- REMOVED sequence shop.invoice_number
drop sequence shop.invoice_number;

-- a table appears with everything that it can have
-- ADDED table shop.extra
create table shop.extra (id serial primary key, ref integer references shop.orders, n integer unique check (n > 0));
create index on shop.extra (n, ref);
create trigger t before insert on shop.extra for each row execute function shop.touch();
comment on table shop.extra is 'new';
comment on column shop.extra.n is 'new';

-- a table disappears
-- REMOVED table shop.item
-- REMOVED view shop.gone_items
drop table shop.item cascade;

-- a table is renamed
-- REMOVED table shop.derived
-- ADDED table shop.derived2
alter table shop.derived rename to derived2;

-- a table becomes unlogged
-- CHANGED table shop.item
alter table shop.item set unlogged;

-- a storage parameter changes
-- CHANGED table shop.orders
alter table shop.orders set (fillfactor = 80);

-- a toast parameter is set
-- CHANGED table shop.customer
alter table shop.customer set (toast.autovacuum_enabled = false);

-- replica identity changes
-- CHANGED table shop.item
alter table shop.item replica identity full;

-- row security is switched off
-- CHANGED table shop.orders
alter table shop.orders disable row level security;

-- row security is forced
-- CHANGED table shop.orders
alter table shop.orders force row level security;

-- a partition is detached: it keeps as its own what it had from the parent
-- CHANGED table shop.event_2024
-- ADDED constraint shop.event_2024.event_kind_check
-- ADDED index shop.event_2024_at_idx
alter table shop.event detach partition shop.event_2024;

-- a partition appears
-- ADDED table shop.event_2025
create table shop.event_2025 partition of shop.event for values from ('2025-01-01 00:00+00') to ('2026-01-01 00:00+00');

-- a partition has other bounds
-- CHANGED table shop.event_2024
alter table shop.event detach partition shop.event_2024;
alter table shop.event attach partition shop.event_2024 for values from ('2024-01-01 00:00+00') to ('2024-07-01 00:00+00');

-- a child table leaves its parent
-- CHANGED table shop.derived
-- ADDED constraint shop.derived.base_id_check
alter table shop.derived no inherit shop.base;

-- a column appears
-- ADDED column shop.item.note
alter table shop.item add note text;

-- a column disappears
-- REMOVED column shop.customer.phone
alter table shop.customer drop phone;

-- a column is renamed
-- REMOVED column shop.customer.phone
-- ADDED column shop.customer.telephone
alter table shop.customer rename phone to telephone;

-- a column gets a longer type
-- CHANGED column shop.customer.phone
alter table shop.customer alter phone type varchar(40);

-- a column gets another type
-- CHANGED column shop.customer.note
alter table shop.customer alter note type varchar(40) collate "C";

-- a column gets a default
-- CHANGED column shop.customer.nick
alter table shop.customer alter nick set default 'x';

-- a column gets another default
-- CHANGED column shop.customer.phone
alter table shop.customer alter phone set default '--';

-- a column loses its default
-- CHANGED column shop.orders.placed_at
alter table shop.orders alter placed_at drop default;

-- a column must not be null
-- CHANGED column shop.customer.nick
alter table shop.customer alter nick set not null;

-- a column may be null
-- CHANGED column shop.item.sku
alter table shop.item alter sku drop not null;

-- a column sorts differently
-- CHANGED column shop.customer.note
alter table shop.customer alter note type text collate shop.german;

-- identity by default instead of always
-- CHANGED column shop.customer.id
alter table shop.customer alter id set generated by default;

-- an identity column steps differently
-- CHANGED column shop.customer.id
alter table shop.customer alter id set increment by 10;

-- identity is dropped
-- CHANGED column shop.customer.id
alter table shop.customer alter id drop identity;

-- a generated column becomes an ordinary one
-- CHANGED column shop.customer.search
alter table shop.customer alter search drop expression;

-- a generated column has another expression
-- CHANGED column shop.customer.search
alter table shop.customer drop search, add search text generated always as (upper(name)) stored;

-- a column is stored differently
-- CHANGED column shop.customer.nick
alter table shop.customer alter nick set storage external;

-- a column has another statistics target
-- CHANGED column shop.orders.total
alter table shop.orders alter total set statistics 500;

-- a view column gets a default
-- ADDED column shop.gone_items.sku
alter view shop.gone_items alter sku set default 'none';

-- a primary key disappears
-- REMOVED constraint shop.item.item_pkey
alter table shop.item drop constraint item_pkey;

-- a check appears unvalidated
-- ADDED constraint shop.item.sku_check
alter table shop.item add constraint sku_check check (sku <> '') not valid;

-- a check is written differently
-- CHANGED constraint shop.customer.customer_score_check
-- REMOVED comment constraint shop.customer.customer_score_check
alter table shop.customer drop constraint customer_score_check, add constraint customer_score_check check (score > 0);

-- a check is no longer validated
-- CHANGED constraint shop.item.item_status_check
alter table shop.item drop constraint item_status_check;
alter table shop.item add constraint item_status_check check (status in ('open', 'packed', 'gone')) not valid;

-- a foreign key restricts instead of cascading
-- CHANGED constraint shop.orders.orders_customer_fk
alter table shop.orders drop constraint orders_customer_fk, add constraint orders_customer_fk foreign key (customer_id) references shop.customer on delete restrict;

-- a foreign key is no longer deferrable
-- CHANGED constraint shop.item.item_order_id_fkey
alter table shop.item alter constraint item_order_id_fkey not deferrable;

-- a foreign key is silenced
-- CHANGED constraint shop.item.item_order_id_fkey
alter table shop.item disable trigger all;

-- a foreign key is silenced where the referenced rows are
-- CHANGED constraint shop.orders.orders_customer_fk
alter table shop.customer disable trigger all;

-- a foreign key is silenced in one partition
-- CHANGED constraint shop.visit.visit_shelf_fkey
alter table only shop.visit_2024 disable trigger all;

-- a foreign key is checked in replicas only
-- CHANGED constraint shop.item.item_order_id_fkey
do $$ begin execute (
  select format('alter table shop.item enable replica trigger %I', t.tgname) from pg_trigger t
  where t.tgrelid = 'shop.item'::regclass and t.tgfoid::regproc::text = '"RI_FKey_check_ins"'); end $$;

-- a foreign key is checked in replicas too
-- CHANGED constraint shop.item.item_order_id_fkey
do $$ begin execute (
  select format('alter table shop.item enable always trigger %I', t.tgname) from pg_trigger t
  where t.tgrelid = 'shop.item'::regclass and t.tgfoid::regproc::text = '"RI_FKey_check_ins"'); end $$;

-- deferrable keys and an exclusion are silenced
-- CHANGED constraint shop.seat.seat_pkey
-- CHANGED constraint shop.seat.seat_place_key
-- CHANGED constraint shop.seat.seat_reserved_excl
alter table shop.seat disable trigger all;

-- a deferrable unique constraint is checked in replicas too
-- CHANGED constraint shop.seat.seat_place_key
do $$ begin execute (
  select format('alter table shop.seat enable always trigger %I', t.tgname)
  from pg_trigger t join pg_constraint c on c.oid = t.tgconstraint
  where c.conname = 'seat_place_key'); end $$;

-- a unique constraint treats nulls as equal
-- CHANGED constraint shop.customer.customer_email_key
alter table shop.customer drop constraint customer_email_key, add constraint customer_email_key unique nulls not distinct (email);

-- an exclusion constraint has another predicate
-- CHANGED constraint shop.orders.orders_no_overlap
alter table shop.orders drop constraint orders_no_overlap, add constraint orders_no_overlap exclude using gist (during with &&);

-- a constraint is renamed
-- REMOVED constraint shop.customer.customer_email_key
-- ADDED constraint shop.customer.customer_email_unique
alter table shop.customer rename constraint customer_email_key to customer_email_unique;

-- a constraint of a partitioned table is told once
-- REMOVED constraint shop.event.event_kind_check
alter table shop.event drop constraint event_kind_check;

-- an index appears
-- ADDED index shop.item_sku_idx
create index on shop.item (sku);

-- an index disappears
-- REMOVED index shop.orders_customer_idx
drop index shop.orders_customer_idx;

-- an index has another predicate
-- CHANGED index shop.orders_open_idx
drop index shop.orders_open_idx;
create index orders_open_idx on shop.orders (placed_at) where state = 'new';

-- an index has another expression
-- CHANGED index shop.orders_day_idx
drop index shop.orders_day_idx;
create index orders_day_idx on shop.orders ((placed_at at time zone 'CET'));

-- an index includes another column
-- CHANGED index shop.orders_total_idx
drop index shop.orders_total_idx;
create unique index orders_total_idx on shop.orders (total, id) include (placed_at);

-- an index is no longer unique
-- CHANGED index shop.orders_total_idx
drop index shop.orders_total_idx;
create index orders_total_idx on shop.orders (total, id) include (state);

-- an index sorts the other way
-- CHANGED index shop.orders_customer_idx
drop index shop.orders_customer_idx;
create index orders_customer_idx on shop.orders (customer_id desc nulls last);

-- an index has another operator class
-- CHANGED index "Odd One"."Index of Odd"
drop index "Odd One"."Index of Odd";
create index "Index of Odd" on "Odd One"."Mixed Case" ("a.b" text_pattern_ops);

-- an index uses another method
-- CHANGED index shop.orders_customer_idx
drop index shop.orders_customer_idx;
create index orders_customer_idx on shop.orders using hash (customer_id);

-- an index is invalid, as a failed CREATE INDEX CONCURRENTLY leaves it
-- CHANGED index shop.orders_customer_idx
update pg_index set indisvalid = false where indexrelid = 'shop.orders_customer_idx'::regclass;

-- an index of a partitioned table lacks a partition and is invalid
-- ADDED index shop.event_kind_idx
create index event_kind_idx on only shop.event (kind);

-- an index of a partitioned table is told once
-- REMOVED index shop.event_at_idx
drop index shop.event_at_idx;

-- an index of a materialized view disappears
-- REMOVED index shop.turnover_idx
drop index shop.turnover_idx;

-- extended statistics disappear
-- REMOVED statistics shop.orders_stats
drop statistics shop.orders_stats;

-- a view has another text
-- CHANGED view shop.gone_items
create or replace view shop.gone_items as select * from shop.item where status = 'gone';

-- a view is no barrier any more
-- CHANGED view shop.open_orders
alter view shop.open_orders reset (security_barrier);

-- a view appears
-- ADDED view shop.all_items
create view shop.all_items as table shop.item;

-- a materialized view has another text
-- CHANGED materialized view shop.turnover
drop materialized view shop.turnover;
create materialized view shop.turnover as select customer_id, avg(total) as total from shop.orders group by customer_id;
create unique index turnover_idx on shop.turnover (customer_id);

-- a function has another body
-- CHANGED function shop.tax(numeric)
create or replace function shop.tax(amount numeric) returns numeric language sql immutable as $$ select amount * 0.19 $$;

-- a function is volatile
-- CHANGED function shop.tax(numeric)
alter function shop.tax(numeric) volatile;

-- a function runs with the rights of its owner
-- CHANGED function shop.touch()
alter function shop.touch() security definer;

-- a function has its own search path
-- CHANGED function shop.touch()
alter function shop.touch() set search_path = shop;

-- an overload appears
-- ADDED function shop.tax(integer)
create function shop.tax(amount integer) returns integer language sql as $$ select 1 $$;

-- an overload disappears
-- REMOVED function shop.tax(numeric,numeric)
drop function shop.tax(numeric, numeric);

-- a function disappears, and its comment with it
-- REMOVED function shop.tax(numeric)
drop function shop.tax(numeric);

-- a procedure has another body
-- CHANGED procedure shop.close_orders(integer)
create or replace procedure shop.close_orders(inout closed integer) language plpgsql as $$ begin closed := 2; end $$;

-- an aggregate starts differently
-- CHANGED aggregate shop.product(numeric)
create or replace aggregate shop.product (numeric) (sfunc = numeric_mul, stype = numeric, initcond = '2');

-- a trigger is disabled
-- CHANGED trigger shop.orders.orders_touch
alter table shop.orders disable trigger orders_touch;

-- a trigger fires on replicas only
-- CHANGED trigger shop.orders.orders_touch
alter table shop.orders enable replica trigger orders_touch;

-- a trigger fires on another condition
-- CHANGED trigger shop.orders.orders_touch
create or replace trigger orders_touch before update on shop.orders for each row when (old.state <> new.state) execute function shop.touch();

-- a trigger disappears
-- REMOVED trigger shop.orders.orders_touch
drop trigger orders_touch on shop.orders;

-- a trigger is disabled on one partition
-- ADDED trigger shop.event_2024.event_touch
alter table shop.event_2024 disable trigger event_touch;

-- a rule disappears
-- REMOVED rule shop.item.protect
drop rule protect on shop.item;

-- a rule is disabled
-- CHANGED rule shop.item.protect
alter table shop.item disable rule protect;

-- a policy is wider
-- CHANGED policy shop.orders.own_orders
alter policy own_orders on shop.orders using (true);

-- a policy disappears
-- REMOVED policy shop.orders.own_orders
drop policy own_orders on shop.orders;

-- a comment on a table changes
-- CHANGED comment table shop.customer
comment on table shop.customer is 'who pays';

-- a comment on a column disappears
-- REMOVED comment column shop.customer.nick
comment on column shop.customer.nick is null;

-- a comment on a function appears
-- ADDED comment function shop.touch()
comment on function shop.touch() is 'does nothing';

-- a comment on a schema changes
-- CHANGED comment schema shop
comment on schema shop is null;
comment on schema shop is 'all we sell';

-- an index is the one to cluster on
-- CHANGED index shop.stock_place_idx
alter table shop.stock cluster on stock_place_idx;

-- a table is clustered, which marks the index
-- CHANGED constraint shop.item.item_pkey
cluster shop.item using item_pkey;

-- the index of a primary key has a parameter
-- CHANGED constraint shop.stock.stock_pkey
alter index shop.stock_pkey set (fillfactor = 70);

-- the index of an expression has a statistics target
-- CHANGED index shop.orders_day_idx
alter index shop.orders_day_idx alter column 1 set statistics 500;

-- a unique constraint of a partitioned table lacks a partition and is invalid
-- ADDED constraint shop.event.event_key
alter table only shop.event add constraint event_key unique (at, kind);

-- an extension appears, and nothing of what it brings
-- ADDED extension pgcrypto
create extension pgcrypto schema shop;

-- an extension disappears
-- REMOVED extension citext
drop extension citext;

-- an extension has an older version
-- CHANGED extension citext
drop extension citext;
create extension citext schema shop version '1.5';

-- an extension moves
-- CHANGED extension citext
alter extension citext set schema public;

-- a collation appears
-- ADDED collation shop.swiss
create collation shop.swiss (provider = libc, locale = 'POSIX');

-- a collation disappears
-- REMOVED collation shop.german
drop collation shop.german;

-- a collation has another provider
-- CHANGED collation shop.german
drop collation shop.german;
create collation shop.german (provider = icu, locale = 'de');

-- a collation has another locale
-- CHANGED collation shop.german
drop collation shop.german;
create collation shop.german (provider = libc, locale = 'POSIX');

-- a collation has different locales for order and letters
-- CHANGED collation shop.german
drop collation shop.german;
create collation shop.german (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');

-- a collation is not deterministic
-- CHANGED collation shop.german
drop collation shop.german;
create collation shop.german (provider = icu, locale = 'de', deterministic = false);

-- a range type appears
-- ADDED range type shop.day
create type shop.day as range (subtype = date);

-- a range type disappears
-- REMOVED range type shop.weight
drop type shop.weight;

-- a range type has another subtype
-- CHANGED range type shop.weight
drop type shop.weight;
create type shop.weight as range (subtype = float4);

-- a range type has no difference function
-- CHANGED range type shop.weight
drop type shop.weight;
create type shop.weight as range (subtype = float8);

-- a range type has another operator class
-- CHANGED range type shop.weight
drop type shop.weight;
create type shop.weight as range (subtype = text, subtype_opclass = text_pattern_ops);

-- a range type sorts differently
-- CHANGED range type shop.weight
drop type shop.weight;
create type shop.weight as range (subtype = text, collation = "C");

-- a multirange type has another name
-- CHANGED range type shop.weight
drop type shop.weight;
create type shop.weight as range (subtype = float8, subtype_diff = float8mi, multirange_type_name = shop.weights);

-- a shell type appears
-- ADDED base type shop.shell
create type shop.shell;

-- a base type is stored differently
-- CHANGED base type shop.label
alter type shop.label set (storage = external);

-- a base type gets another way in
-- CHANGED base type shop.label
alter type shop.label set (receive = none, analyze = array_typanalyze);

-- a base type disappears, with all that needs it
-- REMOVED base type shop.label
-- REMOVED function shop.label_equals(shop.label,shop.label)
-- REMOVED function shop.label_in(cstring)
-- REMOVED function shop.label_out(shop.label)
-- REMOVED operator shop.===(shop.label,shop.label)
-- REMOVED cast (shop.label AS text)
drop type shop.label cascade;

-- an operator appears
-- ADDED operator shop.!!(NONE,integer)
create operator shop.!! (function = int4abs, rightarg = integer);

-- an operator disappears
-- REMOVED operator shop.===(shop.label,shop.label)
drop operator shop.=== (shop.label, shop.label);

-- an operator is estimated differently
-- CHANGED operator shop.===(shop.label,shop.label)
alter operator shop.=== (shop.label, shop.label) set (restrict = none);

-- an operator joins differently
-- CHANGED operator shop.===(shop.label,shop.label)
alter operator shop.=== (shop.label, shop.label) set (join = none);

-- an operator runs another function
-- ADDED function shop.label_equals2(shop.label,shop.label)
-- CHANGED operator shop.===(shop.label,shop.label)
create function shop.label_equals2(shop.label, shop.label) returns boolean language internal immutable strict as 'texteq';
drop operator shop.=== (shop.label, shop.label);
create operator shop.=== (function = shop.label_equals2, leftarg = shop.label, rightarg = shop.label, commutator = operator(shop.===), restrict = eqsel, join = eqjoinsel, hashes);

-- an operator can merge, has a negator and no commutator
-- CHANGED operator shop.===(shop.label,shop.label)
-- ADDED operator shop.!==(shop.label,shop.label)
drop operator shop.=== (shop.label, shop.label);
create operator shop.=== (function = shop.label_equals, leftarg = shop.label, rightarg = shop.label, negator = operator(shop.!==), merges);
create operator shop.!== (function = shop.label_equals, leftarg = shop.label, rightarg = shop.label, negator = operator(shop.===));

-- a cast appears
-- ADDED cast (shop.label AS integer)
create cast (shop.label as integer) with inout;

-- a cast without function appears
-- ADDED cast (text AS shop.label)
create cast (text as shop.label) without function as assignment;

-- a cast by a function appears
-- ADDED cast (numeric AS shop.state)
-- ADDED function shop.state_of(numeric)
create function shop.state_of(numeric) returns shop.state language sql immutable as $$ select 'new'::shop.state $$;
create cast (numeric as shop.state) with function shop.state_of(numeric);

-- a cast disappears
-- REMOVED cast (shop.label AS text)
drop cast (shop.label as text);

-- a cast is used everywhere
-- CHANGED cast (shop.label AS text)
drop cast (shop.label as text);
create cast (shop.label as text) with inout as implicit;

-- a cast between the server's own types appears
-- ADDED cast (integer AS point)
create cast (integer as point) with inout;

-- an event trigger appears
-- ADDED event trigger watch_drops
create event trigger watch_drops on sql_drop execute function shop.watch();

-- an event trigger disappears
-- REMOVED event trigger watch_tables
drop event trigger watch_tables;

-- an event trigger is disabled
-- CHANGED event trigger watch_tables
alter event trigger watch_tables disable;

-- an event trigger fires on replicas too
-- CHANGED event trigger watch_tables
alter event trigger watch_tables enable always;

-- an event trigger fires at other times and on other commands
-- CHANGED event trigger watch_tables
-- REMOVED comment event trigger watch_tables
drop event trigger watch_tables;
create event trigger watch_tables on ddl_command_start when tag in ('CREATE TABLE') execute function shop.watch();

-- a comment on an event trigger changes
-- CHANGED comment event trigger watch_tables
comment on event trigger watch_tables is 'looks away';

-- a foreign server appears
-- ADDED foreign server other
create server other foreign data wrapper plain;

-- a foreign server disappears, with its tables
-- REMOVED foreign server partner
-- REMOVED foreign table shop.remote
drop server partner cascade;

-- a foreign server is elsewhere
-- CHANGED foreign server partner
alter server partner options (set host 'elsewhere.example');

-- a foreign server has another URL, but for the password
-- CHANGED foreign server partner
alter server partner options (set url 'http://us:canary-url@elsewhere.example/');

-- a foreign server has another version
-- CHANGED foreign server partner
alter server partner version '3';

-- a foreign server loses an option
-- CHANGED foreign server partner
alter server partner options (drop password);

-- a foreign table appears
-- ADDED foreign table shop.remote2
create foreign table shop.remote2 (id integer, constraint c check (id > 0)) server partner;
comment on foreign table shop.remote2 is 'new';

-- a foreign table disappears
-- REMOVED foreign table shop.remote
drop foreign table shop.remote;

-- a foreign table has other options
-- CHANGED foreign table shop.remote
alter foreign table shop.remote options (set path '/clients');

-- a column of a foreign table appears
-- ADDED column shop.remote.more
alter foreign table shop.remote add more text;

-- a column of a foreign table has another type
-- CHANGED column shop.remote.name
alter foreign table shop.remote alter name type varchar(10);

-- a column of a foreign table has other options
-- CHANGED column shop.remote.id
alter foreign table shop.remote alter id options (set key 'false');

-- a constraint of a foreign table disappears
-- REMOVED constraint shop.remote.remote_id_check
alter foreign table shop.remote drop constraint remote_id_check;

-- a foreign partition appears
-- ADDED foreign table shop.remote_events
create foreign table shop.remote_events partition of shop.event for values from ('2030-01-01 00:00+00') to ('2031-01-01 00:00+00') server partner;

-- a publication appears
-- ADDED publication all_changes
create publication all_changes for all tables;

-- a publication disappears
-- REMOVED publication stock_changes
drop publication stock_changes;

-- a publication publishes other sorts of changes
-- CHANGED publication stock_changes
alter publication stock_changes set (publish = 'insert, delete');

-- a publication publishes changes of partitions as those of their table
-- CHANGED publication stock_changes
alter publication stock_changes set (publish_via_partition_root = true);

-- a publication gets another table
-- CHANGED publication stock_changes
alter publication stock_changes add table shop.item;

-- a publication loses a table
-- CHANGED publication stock_changes
alter publication stock_changes drop table shop.shelf;

-- a publication has other columns
-- CHANGED publication stock_changes
alter publication stock_changes set table shop.stock (id) where (amount > 0), shop.shelf;

-- a publication has another condition
-- CHANGED publication stock_changes
alter publication stock_changes set table shop.stock (id, amount) where (amount > 1), shop.shelf;

-- a publication publishes another schema
-- CHANGED publication odd_changes
alter publication odd_changes add tables in schema shop;

-- a schema disappears with all it has
-- REMOVED schema "Odd One"
-- REMOVED table "Odd One"."Mixed Case"
-- CHANGED publication odd_changes
drop schema "Odd One" cascade;

-- an enum appears
-- ADDED enum shop.size
create type shop.size as enum ('s', 'm', 'l');

-- an enum disappears
-- REMOVED enum shop.state
-- REMOVED column shop.orders.state
-- REMOVED statistics shop.orders_stats
-- REMOVED index shop.orders_open_idx
-- REMOVED index shop.orders_total_idx
-- REMOVED view shop.open_orders
drop view shop.open_orders;
drop statistics shop.orders_stats;
alter table shop.orders drop state;
drop type shop.state;

-- a domain appears
-- ADDED domain shop.code
create domain shop.code as char(4);

-- a domain disappears
-- REMOVED domain shop.percent
drop domain shop.percent;

-- a domain has another type
-- CHANGED domain shop.percent
drop domain shop.percent;
create domain shop.percent as numeric(5, 1) default 0 constraint percent_check check (value between 0 and 100);

-- a domain has another default
-- CHANGED domain shop.percent
alter domain shop.percent set default 1;

-- a domain loses its default
-- CHANGED domain shop.percent
alter domain shop.percent drop default;

-- a domain must not be null
-- CHANGED domain shop.percent
alter domain shop.percent set not null;

-- a domain's check disappears
-- CHANGED domain shop.percent
alter domain shop.percent drop constraint percent_check;

-- a domain's check is renamed
-- CHANGED domain shop.percent
alter domain shop.percent rename constraint percent_check to percent_range;

-- a composite type appears
-- ADDED composite type shop.pair
create type shop.pair as (a text, b text);

-- a composite type disappears
-- REMOVED composite type shop.point
drop type shop.point;

-- a composite type loses an attribute
-- CHANGED composite type shop.point
alter type shop.point drop attribute y;

-- an attribute of a composite type has another type
-- CHANGED composite type shop.point
alter type shop.point alter attribute y type bigint;

-- an attribute of a composite type is renamed
-- CHANGED composite type shop.point
alter type shop.point rename attribute y to z;

-- a sequence appears
-- ADDED sequence shop.ticket
create sequence shop.ticket;

-- a sequence has another type
-- CHANGED sequence shop.spare
alter sequence shop.spare as bigint;

-- a sequence has other limits
-- CHANGED sequence shop.invoice_number
alter sequence shop.invoice_number minvalue 50 maxvalue 9999;

-- a sequence starts elsewhere
-- CHANGED sequence shop.invoice_number
alter sequence shop.invoice_number start with 200;

-- a sequence keeps numbers in store
-- CHANGED sequence shop.invoice_number
alter sequence shop.invoice_number cache 20;

-- a sequence becomes unlogged
-- CHANGED sequence shop.spare
alter sequence shop.spare set unlogged;

-- a table is kept in another tablespace
-- CHANGED table shop.depot
alter table shop.depot set tablespace fast;

-- a table has another access method
-- CHANGED table shop.depot
create access method other type table handler heap_tableam_handler;
alter table shop.depot set access method other;

-- a table gets a parent
-- CHANGED table shop.depot
-- ADDED table shop.depot_base
create table shop.depot_base (sku text not null);
alter table shop.depot inherit shop.depot_base;

-- a table is partitioned by something else
-- CHANGED table shop.event
-- REMOVED table shop.event_2024
-- REMOVED table shop.event_rest
drop table shop.event;
create table shop.event (at timestamptz not null, kind text not null, payload jsonb, constraint event_kind_check check (kind <> '')) partition by list (kind);
create index event_at_idx on shop.event (at);
create trigger event_touch before insert on shop.event for each row execute function shop.touch();

-- replica identity is an index
-- CHANGED table shop.depot
alter table shop.depot replica identity using index depot_pkey;

-- a column is compressed differently
-- CHANGED column shop.depot.labels
alter table shop.depot alter labels set compression pglz;

-- a column becomes an identity
-- CHANGED column shop.delivery.id
alter table shop.delivery alter id set not null, alter id add generated always as identity;

-- a column has another number of digits
-- CHANGED column shop.depot.price
alter table shop.depot alter price type numeric(9, 3);

-- a column becomes an array
-- CHANGED column shop.delivery.id
alter table shop.delivery alter id type integer[] using array[id];

-- a column says how many values it has
-- CHANGED column shop.depot.place
alter table shop.depot alter place set (n_distinct = 100);

-- postgresql 18+: a virtual column appears
-- ADDED column shop.depot.doubled
alter table shop.depot add doubled integer generated always as (amount * 2) virtual;

-- a primary key appears
-- ADDED constraint shop.delivery.delivery_pkey
alter table shop.delivery add constraint delivery_pkey primary key (place);

-- a foreign key appears
-- ADDED constraint shop.delivery.delivery_id_fk
alter table shop.delivery add constraint delivery_id_fk foreign key (id) references shop.orders (id) on update cascade;

-- a foreign key disappears
-- REMOVED constraint shop.delivery.delivery_place_fk
alter table shop.delivery drop constraint delivery_place_fk;

-- a foreign key matches all or nothing
-- CHANGED constraint shop.delivery.delivery_place_fk
alter table shop.delivery drop constraint delivery_place_fk, add constraint delivery_place_fk foreign key (place, shelf) references shop.depot (place, shelf) match full;

-- a foreign key cascades updates
-- CHANGED constraint shop.delivery.delivery_place_fk
alter table shop.delivery drop constraint delivery_place_fk, add constraint delivery_place_fk foreign key (place, shelf) references shop.depot (place, shelf) on update cascade;

-- a foreign key empties one column only
-- CHANGED constraint shop.delivery.delivery_place_fk
alter table shop.delivery drop constraint delivery_place_fk, add constraint delivery_place_fk foreign key (place, shelf) references shop.depot (place, shelf) on delete set null (shelf);

-- a foreign key becomes deferrable
-- CHANGED constraint shop.delivery.delivery_place_fk
alter table shop.delivery alter constraint delivery_place_fk deferrable;

-- a foreign key is not validated any more
-- CHANGED constraint shop.delivery.delivery_place_fk
alter table shop.delivery drop constraint delivery_place_fk, add constraint delivery_place_fk foreign key (place, shelf) references shop.depot (place, shelf) not valid;

-- postgresql 18+: a foreign key is not enforced
-- CHANGED constraint shop.delivery.delivery_place_fk
alter table shop.delivery alter constraint delivery_place_fk not enforced;

-- a check disappears
-- REMOVED constraint shop.depot.depot_amount_check
alter table shop.depot drop constraint depot_amount_check;

-- a check is not inherited
-- CHANGED constraint shop.depot.depot_amount_check
alter table shop.depot drop constraint depot_amount_check, add constraint depot_amount_check check (amount >= 0) no inherit;

-- postgresql 18+: a check is not enforced
-- CHANGED constraint shop.depot.depot_amount_check
alter table shop.depot drop constraint depot_amount_check, add constraint depot_amount_check check (amount >= 0) not enforced;

-- a unique constraint appears
-- ADDED constraint shop.delivery.delivery_id_key
alter table shop.delivery add constraint delivery_id_key unique (id);

-- a unique constraint includes a column
-- CHANGED constraint shop.customer.customer_email_key
alter table shop.customer drop constraint customer_email_key, add constraint customer_email_key unique (email) include (name);

-- a unique constraint is deferrable
-- CHANGED constraint shop.customer.customer_email_key
alter table shop.customer drop constraint customer_email_key, add constraint customer_email_key unique (email) deferrable initially deferred;

-- an exclusion constraint appears
-- ADDED constraint shop.delivery.delivery_excl
alter table shop.delivery add constraint delivery_excl exclude using gist (int4range(place, shelf) with &&);

-- an exclusion constraint disappears
-- REMOVED constraint shop.orders.orders_no_overlap
alter table shop.orders drop constraint orders_no_overlap;

-- an index fills its pages less
-- CHANGED index shop.depot_price_idx
alter index shop.depot_price_idx set (fillfactor = 70);

-- an index treats nulls as equal
-- CHANGED index shop.depot_price_idx
-- REMOVED comment index shop.depot_price_idx
drop index shop.depot_price_idx;
create unique index depot_price_idx on shop.depot (price) nulls not distinct;

-- an index is kept in another tablespace
-- CHANGED index shop.depot_price_idx
alter index shop.depot_price_idx set tablespace fast;

-- an index of lists writes at once
-- CHANGED index shop.depot_labels_idx
alter index shop.depot_labels_idx set (fastupdate = off);

-- an index is renamed
-- REMOVED index shop.depot_labels_idx
-- ADDED index shop.depot_words_idx
alter index shop.depot_labels_idx rename to depot_words_idx;

-- extended statistics appear
-- ADDED statistics shop.depot_stats
create statistics shop.depot_stats on place, shelf from shop.depot;

-- extended statistics are of other kinds
-- CHANGED statistics shop.orders_stats
drop statistics shop.orders_stats;
create statistics shop.orders_stats (dependencies, mcv) on customer_id, state from shop.orders;

-- extended statistics have another target
-- CHANGED statistics shop.orders_stats
alter statistics shop.orders_stats set statistics 500;

-- a view disappears
-- REMOVED view shop.low_depot
drop view shop.low_depot;

-- a view checks more
-- CHANGED view shop.low_depot
alter view shop.low_depot set (check_option = cascaded);

-- a view runs with the rights of who asks
-- CHANGED view shop.low_depot
alter view shop.low_depot set (security_invoker);

-- a materialized view appears
-- ADDED materialized view shop.sold
create materialized view shop.sold as select count(*) as n from shop.orders;

-- a materialized view disappears with its index
-- REMOVED materialized view shop.turnover
drop materialized view shop.turnover;

-- a materialized view fills its pages less
-- CHANGED materialized view shop.turnover
alter materialized view shop.turnover set (fillfactor = 70);

-- a function is not called with null
-- CHANGED function shop.tax(numeric,numeric)
alter function shop.tax(numeric, numeric) strict;

-- a function may run in parallel
-- CHANGED function shop.tax(numeric,numeric)
alter function shop.tax(numeric, numeric) parallel safe;

-- a function leaks nothing
-- CHANGED function shop.tax(numeric,numeric)
alter function shop.tax(numeric, numeric) leakproof;

-- a function costs more
-- CHANGED function shop.tax(numeric,numeric)
alter function shop.tax(numeric, numeric) cost 500;

-- a function's argument gets a default
-- CHANGED function shop.tax(numeric,numeric)
create or replace function shop.tax(amount numeric, rate numeric default 0.2) returns numeric language sql immutable as $$ select amount * rate $$;

-- a function's argument has another name
-- CHANGED function shop.tax(numeric,numeric)
drop function shop.tax(numeric, numeric);
create function shop.tax(net numeric, rate numeric) returns numeric language sql immutable as $$ select net * rate $$;

-- a function returns something else
-- CHANGED function shop.tax(numeric,numeric)
drop function shop.tax(numeric, numeric);
create function shop.tax(amount numeric, rate numeric) returns double precision language sql immutable as $$ select amount * rate $$;

-- a function is written in another language
-- CHANGED function shop.tax(numeric,numeric)
create or replace function shop.tax(amount numeric, rate numeric) returns numeric language plpgsql immutable as $$ begin return amount * rate; end $$;

-- a function is written as a statement
-- CHANGED function shop.tax(numeric,numeric)
create or replace function shop.tax(amount numeric, rate numeric) returns numeric language sql immutable return amount * rate;

-- a procedure appears
-- ADDED procedure shop.nothing()
create procedure shop.nothing() language sql as $$ select 1 $$;

-- a procedure disappears
-- REMOVED procedure shop.close_orders(integer)
drop procedure shop.close_orders(integer);

-- a procedure runs with the rights of its owner
-- CHANGED procedure shop.close_orders(integer)
alter procedure shop.close_orders(integer) security definer;

-- an aggregate appears
-- ADDED aggregate shop.total(numeric)
create aggregate shop.total (numeric) (sfunc = numeric_add, stype = numeric);

-- an aggregate disappears
-- REMOVED aggregate shop.product(numeric)
drop aggregate shop.product(numeric);

-- an aggregate may run in parallel
-- CHANGED aggregate shop.product(numeric)
create or replace aggregate shop.product (numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1', combinefunc = numeric_mul, parallel = safe);

-- a trigger appears
-- ADDED trigger shop.item.item_touch
create trigger item_touch before delete on shop.item for each row execute function shop.touch();

-- a trigger fires at another time
-- CHANGED trigger shop.depot.depot_touch
create or replace trigger depot_touch before insert or update of amount on shop.depot for each row execute function shop.touch();

-- a trigger fires on other columns
-- CHANGED trigger shop.depot.depot_touch
create or replace trigger depot_touch after insert or update of price on shop.depot for each row execute function shop.touch();

-- a trigger fires once for a statement
-- CHANGED trigger shop.depot.depot_touch
create or replace trigger depot_touch after insert or update of amount on shop.depot for each statement execute function shop.touch();

-- a trigger passes an argument
-- CHANGED trigger shop.depot.depot_touch
create or replace trigger depot_touch after insert or update of amount on shop.depot for each row execute function shop.touch('x');

-- a trigger becomes a deferred constraint
-- CHANGED trigger shop.depot.depot_touch
drop trigger depot_touch on shop.depot;
create constraint trigger depot_touch after insert or update of amount on shop.depot deferrable initially deferred for each row execute function shop.touch();

-- a rule appears
-- ADDED rule shop.depot.keep
create rule keep as on delete to shop.depot do also nothing;

-- a rule does something else
-- CHANGED rule shop.item.protect
create or replace rule protect as on delete to shop.item where old.line > 1 do instead nothing;

-- a policy appears
-- ADDED policy shop.depot.few
create policy few on shop.depot for delete using (amount = 0);

-- a policy is for somebody else
-- CHANGED policy shop.depot.anybody
alter policy anybody on shop.depot to shop_reader;

-- a policy checks something else
-- CHANGED policy shop.depot.anybody
alter policy anybody on shop.depot with check (amount > 0);

-- a policy is for another command
-- CHANGED policy shop.depot.anybody
drop policy anybody on shop.depot;
create policy anybody on shop.depot for update to public using (true) with check (amount >= 0);

-- a policy restricts
-- CHANGED policy shop.depot.anybody
drop policy anybody on shop.depot;
create policy anybody on shop.depot as restrictive for all to public using (true) with check (amount >= 0);

-- a comment on an index disappears
-- REMOVED comment index shop.depot_price_idx
comment on index shop.depot_price_idx is null;

-- a comment on a type changes
-- CHANGED comment enum shop.state
comment on type shop.state is 'how far an order is';

-- a comment on a trigger appears
-- ADDED comment trigger shop.depot.depot_touch
comment on trigger depot_touch on shop.depot is 'touches';

-- a comment on a policy appears
-- ADDED comment policy shop.depot.anybody
comment on policy anybody on shop.depot is 'for all';

-- somebody else owns a table
-- CHANGED owner table shop.depot
alter table shop.depot owner to shop_owner;

-- somebody else owns a function
-- CHANGED owner function shop.touch()
alter function shop.touch() owner to shop_owner;

-- somebody else owns a schema
-- CHANGED owner schema shop
alter schema shop owner to shop_owner;

-- a privilege is granted
-- ADDED privilege table shop.orders TO shop_reader
grant select on shop.orders to shop_reader;

-- a privilege is revoked
-- REMOVED privilege table shop.depot TO shop_reader
revoke all on shop.depot from shop_reader;

-- a privilege allows more
-- CHANGED privilege table shop.depot TO shop_reader
grant insert on shop.depot to shop_reader;

-- a privilege may not be passed on any more
-- CHANGED privilege schema shop TO shop_reader
revoke grant option for usage on schema shop from shop_reader;

-- everybody loses a privilege on a function
-- ADDED privilege function shop.touch() TO PUBLIC
revoke execute on function shop.touch() from public;

-- default privileges appear
-- ADDED default privilege SEQUENCES OF shop_owner IN shop TO shop_reader
alter default privileges for role shop_owner in schema shop grant usage on sequences to shop_reader;

-- default privileges disappear
-- REMOVED default privilege TABLES OF shop_owner IN shop TO shop_reader
alter default privileges for role shop_owner in schema shop revoke select on tables from shop_reader;
