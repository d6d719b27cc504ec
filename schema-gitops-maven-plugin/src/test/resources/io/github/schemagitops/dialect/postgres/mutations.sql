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
