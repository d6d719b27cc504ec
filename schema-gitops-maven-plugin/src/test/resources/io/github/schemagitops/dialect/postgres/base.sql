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

create extension citext schema shop;

create type shop.weight as range (subtype = float8, subtype_diff = float8mi);
create type shop.label;
create function shop.label_in(cstring) returns shop.label language internal immutable strict as 'textin';
create function shop.label_out(shop.label) returns cstring language internal immutable strict as 'textout';
create type shop.label (input = shop.label_in, output = shop.label_out, storage = extended);
create function shop.label_equals(shop.label, shop.label) returns boolean language internal immutable strict as 'texteq';
create operator shop.=== (
  function = shop.label_equals, leftarg = shop.label, rightarg = shop.label,
  commutator = operator(shop.===), restrict = eqsel, join = eqjoinsel, hashes);
create cast (shop.label as text) with inout as assignment;
comment on type shop.label is 'a text';

create function shop.watch() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger watch_tables on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE') execute function shop.watch();
comment on event trigger watch_tables is 'looks on';

create foreign data wrapper plain;
create server partner type 'http' version '2' foreign data wrapper plain
  options (host 'partner.example', password 'canary-server', url 'http://us:canary-url@partner.example/?password=canary-query&x=1');
create user mapping for public server partner options (user 'us', password 'canary-mapping');
create foreign table shop.remote (
  id integer options (key 'true') not null,
  name text,
  constraint remote_id_check check (id > 0)
) server partner options (path '/customers', token 'canary-table');
comment on server partner is 'sells too';
comment on column shop.remote.name is 'theirs';

create table shop.stock (id integer primary key, amount integer, place text);
create index stock_place_idx on shop.stock (place);
create table shop.shelf (id integer primary key);
create table shop.seat (
  id integer constraint seat_pkey primary key deferrable,
  place integer constraint seat_place_key unique deferrable initially deferred,
  reserved int4range,
  constraint seat_reserved_excl exclude using gist (reserved with &&) deferrable
);
create table shop.visit (shelf integer references shop.shelf, at date not null) partition by range (at);
create table shop.visit_2024 partition of shop.visit for values from ('2024-01-01') to ('2025-01-01');
create publication stock_changes for table shop.stock (id, amount) where (amount > 0), shop.shelf with (publish = 'insert');
create publication odd_changes for tables in schema "Odd One";

create table public.flyway_schema_history (installed_rank serial primary key, note text);
create index flyway_schema_history_idx on public.flyway_schema_history (note);

-- Roles belong to the server, which may have them already.
do $$ begin create role shop_owner; exception when duplicate_object then null; end $$;
do $$ begin create role shop_reader; exception when duplicate_object then null; end $$;

create type shop.colour as enum ('red', 'green');
create domain shop.percent as numeric(5, 2) default 0 constraint percent_check check (value between 0 and 100);
create type shop.point as (x integer, y integer);

create table shop.depot (
  sku text primary key,
  amount integer not null default 0 constraint depot_amount_check check (amount >= 0),
  price numeric(8, 2),
  place integer,
  shelf integer,
  labels text[],
  constraint depot_place_key unique (place, shelf)
);
create index depot_labels_idx on shop.depot using gin (labels);
create unique index depot_price_idx on shop.depot (price);
comment on index shop.depot_price_idx is 'no two alike';

create table shop.delivery (
  id integer,
  place integer not null,
  shelf integer not null,
  constraint delivery_place_fk foreign key (place, shelf) references shop.depot (place, shelf)
);
create view shop.low_depot as select sku, amount from shop.depot where amount < 10 with local check option;
create trigger depot_touch after insert or update of amount on shop.depot for each row execute function shop.touch();
create policy anybody on shop.depot for all to public using (true) with check (amount >= 0);

grant select on shop.depot to shop_reader;
grant usage on schema shop to shop_reader with grant option;
alter default privileges for role shop_owner in schema shop grant select on tables to shop_reader;
