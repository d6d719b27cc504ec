create schema shop;
create schema "Odd One";
comment on schema shop is 'what we sell';
create collation shop.german (provider = libc, locale = 'C');

create type shop.state as enum ('new', 'paid', 'sent');
create domain shop.email as varchar(320) collate "C" not null check (value like '%@%');
create type shop.money_range as (low numeric(10, 2), high numeric(10, 2));
comment on type shop.state is 'of an order';

create sequence shop.invoice_number increment by 5 start with 100;
create sequence shop.spare as integer;

create table shop.customer (
  id bigint generated always as identity primary key,
  email shop.email,
  name varchar(100) not null,
  nick text,
  phone varchar(20) default '-',
  note text collate "C",
  born date default '2000-01-01 00:00:00+00'::timestamptz,
  joined timestamptz not null default '2024-06-01 12:00:00+02',
  retention interval default '1 year 2 mons 3 days 04:05:06',
  score double precision default 0.1,
  picture bytea default '\xdeadbeef',
  search text generated always as (lower(name) || coalesce(nick, '')) stored,
  constraint customer_email_key unique (email),
  constraint customer_score_check check (score >= 0)
);
comment on table shop.customer is 'who buys';
comment on column shop.customer.nick is 'optional';
comment on constraint customer_score_check on shop.customer is 'never in debt';

create table shop.orders (
  id serial primary key,
  customer_id bigint not null constraint orders_customer_fk references shop.customer on delete cascade,
  state shop.state not null default 'new',
  total numeric(12, 2) not null,
  placed_at timestamptz not null default now(),
  during tstzrange,
  constraint orders_no_overlap exclude using gist (during with &&) where (during is not null)
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);
create index orders_customer_idx on shop.orders (customer_id);
create index orders_open_idx on shop.orders (placed_at) where state <> 'sent';
create index orders_day_idx on shop.orders ((placed_at at time zone 'UTC'));
create unique index orders_total_idx on shop.orders (total, id) include (state);
create statistics shop.orders_stats (dependencies) on customer_id, state from shop.orders;

create table shop.item (
  order_id integer not null references shop.orders deferrable initially deferred,
  line smallint not null,
  sku text not null,
  status varchar(10) not null check (status in ('open', 'packed', 'gone')),
  primary key (order_id, line)
);

create table shop.event (
  at timestamptz not null,
  kind text not null,
  payload jsonb,
  constraint event_kind_check check (kind <> '')
) partition by range (at);
create table shop.event_2024 partition of shop.event
  for values from ('2024-01-01 00:00+00') to ('2025-01-01 00:00+00');
create table shop.event_rest partition of shop.event default;
create index event_at_idx on shop.event (at);

create table shop.base (id integer, label text, constraint base_id_check check (id > 0));
create table shop.derived (extra text) inherits (shop.base);

create table "Odd One"."Mixed Case" ("the Key" integer primary key, "a.b" text);
create index "Index of Odd" on "Odd One"."Mixed Case" ("a.b");

create view shop.open_orders with (security_barrier) as
  select o.id, c.name, o.total from shop.orders o join shop.customer c on c.id = o.customer_id
  where o.state in ('new', 'paid');
create view shop.gone_items as select * from shop.item where status in ('gone', 'packed');
create materialized view shop.turnover as
  select customer_id, sum(total) as total from shop.orders group by customer_id;
create unique index turnover_idx on shop.turnover (customer_id);
comment on view shop.open_orders is 'to do';

create function shop.tax(amount numeric) returns numeric language sql immutable as $$ select amount * 0.2 $$;
create function shop.tax(amount numeric, rate numeric) returns numeric language sql immutable as $$ select amount * rate $$;
create function shop.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create procedure shop.close_orders(inout closed integer) language plpgsql as $$ begin closed := 1; end $$;
create aggregate shop.product (numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1');
comment on function shop.tax(numeric) is 'flat';

create trigger orders_touch before update on shop.orders for each row when (old.total <> new.total) execute function shop.touch();
create trigger event_touch before insert on shop.event for each row execute function shop.touch();
create rule protect as on delete to shop.item do instead nothing;

alter table shop.orders enable row level security;
create policy own_orders on shop.orders for select to public using (customer_id > 0);

create table public.flyway_schema_history (installed_rank serial primary key, note text);
create index flyway_schema_history_idx on public.flyway_schema_history (note);

-- Roles belong to the server, which may have them already.
do $$ begin create role shop_owner; exception when duplicate_object then null; end $$;
do $$ begin create role shop_reader; exception when duplicate_object then null; end $$;

create extension pg_trgm with schema public;
create extension postgres_fdw with schema public;

create type shop.colour as enum ('red', 'green');
create domain shop.percent as numeric(5, 2) default 0 constraint percent_check check (value between 0 and 100);
create type shop.point as (x integer, y integer);
create type shop.price_range as range (subtype = numeric);

create type shop.points;
create function shop.points_in(cstring) returns shop.points language internal immutable strict as 'int4in';
create function shop.points_out(shop.points) returns cstring language internal immutable strict as 'int4out';
create type shop.points (input = shop.points_in, output = shop.points_out, internallength = 4, passedbyvalue, alignment = int4);

create table shop.stock (
  sku text primary key,
  amount integer not null default 0 constraint stock_amount_check check (amount >= 0),
  price numeric(8, 2),
  place integer,
  shelf integer,
  labels text[],
  constraint stock_place_key unique (place, shelf)
);
create index stock_labels_idx on shop.stock using gin (labels);
create unique index stock_price_idx on shop.stock (price);
comment on index shop.stock_price_idx is 'no two alike';

create table shop.delivery (
  id integer,
  place integer not null,
  shelf integer not null,
  constraint delivery_place_fk foreign key (place, shelf) references shop.stock (place, shelf)
);
create view shop.low_stock as select sku, amount from shop.stock where amount < 10 with local check option;
create trigger stock_touch after insert or update of amount on shop.stock for each row execute function shop.touch();
create policy anybody on shop.stock for all to public using (true) with check (amount >= 0);

create server archive foreign data wrapper postgres_fdw options (dbname 'old', host 'archive.example.org');
create foreign table shop.old_orders (id bigint not null, total numeric options (column_name 'sum'))
  server archive options (schema_name 'public', table_name 'orders');

create function shop.alike(a text, b text) returns boolean language sql immutable as $$ select lower(a) = lower(b) $$;
create operator shop.=~= (leftarg = text, rightarg = text, function = shop.alike, commutator = operator(shop.=~=));
create function shop.rank(shop.colour) returns integer language sql immutable as $$ select 1 $$;
create cast (shop.colour as integer) with function shop.rank(shop.colour) as assignment;
create function shop.watch() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger audit on ddl_command_end when tag in ('DROP ROLE') execute function shop.watch();
create publication changes for table shop.stock (sku, amount) where (amount > 0) with (publish = 'insert');

grant select on shop.stock to shop_reader;
grant usage on schema shop to shop_reader with grant option;
alter default privileges in schema shop grant select on tables to shop_reader;
