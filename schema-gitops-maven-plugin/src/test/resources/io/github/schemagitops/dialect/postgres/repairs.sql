-- an enum loses a value that a default, a check, an index, a view, a policy and functions are built on
alter type store.mood add value 'angry' before 'ok';

-- an enum has its values in another order
alter type store.size rename to size_was;
create type store.size as enum ('l', 'm', 's');
drop statistics store.product_stats;
alter table store.product alter size drop default, alter size type store.size using size::text::store.size, alter size set default 'm';
create statistics store.product_stats on mood, size from store.product;
drop type store.size_was;

-- an enum gets values that a default and a view use
alter type store.size add value 'xs' before 's';
alter type store.size add value 'xl';
alter type store.size add value 'xxl';
alter table store.product alter size set default 'xl';
create view store.large as select id from store.product where size in ('xl', 'xxl');

-- two values of an enum are renamed
alter type store.size rename value 's' to 'small';
alter type store.size rename value 'l' to 'large';

-- a domain is of another type
alter table store.product drop double_price;
drop view store.product_sales, store.price_total;
alter table store.product alter price type numeric;
drop domain store.price;
create domain store.price as numeric(12, 4) default 0 check (value >= 0);
alter table store.product alter price type store.price;
alter table store.product add double_price numeric generated always as (price * 2) stored;
create view store.product_sales as
  select p.id, p.name, p.price, sum(s.amount) as sold from store.product p left join store.sale s on s.product_id = p.id group by p.id;
create view store.price_total as select store.sum_price(price) as total from store.product;

-- a domain gets a default, a check and must not be null
alter domain store.price set default 1;
alter domain store.price set not null;
alter domain store.price add constraint low check (value < 1000000);
alter domain store.price drop constraint price_check;

-- a domain's check is not validated
alter domain store.price drop constraint price_check;
alter domain store.price add constraint price_check check (value >= 0) not valid;

-- a composite type that a column has gets other attributes
alter type store.address drop attribute street, add attribute zip text collate store.plain, add attribute land char(2);

-- a composite type that a column has gets an attribute of another type
alter table store.product drop made_in;
drop type store.address;
create type store.address as (street text, town text);
alter table store.product add made_in store.address;

-- a column that views, functions, triggers and policies read gets another type
drop view store.happy_products, store.product_names, store.product_sales cascade;
drop function store.total_stock();
drop trigger product_guard on store.product;
drop policy in_stock on store.product;
alter table store.product alter stock type bigint;
alter table store.product alter name type text;
create view store.product_names as select id, name, mood from store.product;
create function store.total_stock() returns bigint language sql stable begin atomic select sum(stock) from store.product; end;

-- text becomes a number, with a default
alter table store.sale alter note type integer using note::integer, alter note set default 7;

-- a number becomes text
alter table store.product alter weight type text, alter weight set default 'light';

-- a date becomes a timestamp
alter table store.product alter added type timestamptz, alter added drop default;

-- a column is of an enum instead of text
alter table store.sale add mood2 store.mood;
alter table store.sale drop note;
alter table store.sale add note store.size default 'm' not null;

-- an array becomes plain text
alter table store.product alter tags type text;

-- the type that a column was of disappears
alter table store.product alter made_in type text using made_in::text;
drop type store.address;

-- serial becomes identity
alter table store.product alter id drop default;
drop sequence store.product_id_seq;
alter table store.product alter id add generated always as identity (start with 100);

-- the sequence of a serial column disappears
alter table store.product alter id drop default;
drop sequence store.product_id_seq;

-- identity with other options
alter table store.sale alter id set generated always set increment by 2 set cache 10 set cycle set maxvalue 100000 restart;

-- the sequence behind an identity column counts downwards
alter table store.sale alter id drop identity;
alter table store.sale alter id add generated always as identity (increment by -1 start with -5);

-- a function that a default, a check, an index and a generated column use has another result
drop table store.sale cascade;
alter table store.product drop constraint product_code_check, alter code drop default;
drop index store.product_shout_idx;
drop function store.is_code(text), store.next_code(), store.shout(text, text);
create function store.next_code() returns varchar language sql as $$ select 'd' $$;
create function store.is_code(label text) returns boolean language sql immutable as $$ select true $$;
create function store.shout(word text) returns text language sql immutable as $$ select upper(word) $$;
alter table store.product alter code set default store.next_code(), add constraint product_code_check check (store.is_code(code));
create index product_shout_idx on store.product (store.shout(name));

-- a function loses the default of an argument
drop index store.product_shout_idx;
drop function store.shout(text, text);
create function store.shout(word text, mark text) returns text language sql immutable as $$ select upper(word) || mark $$;
create index product_shout_idx on store.product (store.shout(name, '!'));

-- a function that an aggregate is built on has other names of arguments
drop view store.price_total;
drop aggregate store.sum_price (numeric);
drop function store.add_price(numeric, numeric);
create function store.add_price(x numeric, y numeric) returns numeric language sql immutable as $$ select coalesce(x, 0) + y $$;
create aggregate store.sum_price (numeric) (sfunc = store.add_price, stype = numeric, initcond = '0');
create view store.price_total as select store.sum_price(price) as total from store.product;

-- an aggregate has everything
create function store.merge(a numeric, b numeric) returns numeric language sql immutable as $$ select a + b $$;
create function store.done(a numeric) returns text language sql immutable as $$ select a::text $$;
create aggregate store.sum_text (numeric) (sfunc = store.add_price, stype = numeric, sspace = 32, finalfunc = store.done, finalfunc_modify = shareable, combinefunc = store.merge, initcond = '0', msfunc = store.add_price, minvfunc = store.merge, mstype = numeric, minitcond = '0', mfinalfunc = store.done, parallel = safe);
create aggregate store.largest (integer) (sfunc = int4larger, stype = integer, sortop = >);
create aggregate store.counted (*) (sfunc = int8inc, stype = bigint, initcond = '0');
comment on aggregate store.counted (*) is 'as count';

-- a function becomes a procedure
drop function store.total_stock();
create procedure store.total_stock() language sql begin atomic select sum(stock) from store.product; end;

-- functions that call each other
create function store.even(n integer) returns boolean language sql as $$ select true $$;
create function store.odd(n integer) returns boolean language sql as $$ select not store.even(n - 1) $$;
create or replace function store.even(n integer) returns boolean language sql as $$ select n = 0 or store.odd(n - 1) $$;

-- a view has a column less, and others read it
drop view store.happy_products, store.product_names;
create view store.product_names as select id, name from store.product;
create view store.happy_products as select n.id, n.name from store.product_names n;

-- a view has a column more
create or replace view store.product_names as select id, name, mood, stock from store.product;

-- a view has all options
alter view store.product_names set (security_barrier = true, check_option = local);

-- views on views disappear
drop view store.product_names cascade;

-- a materialized view has other options
alter materialized view store.moods_count set (fillfactor = 50, autovacuum_enabled = false);

-- a primary key that a foreign key and a grouping view need has another column
drop view store.product_sales;
alter table store.product drop constraint product_pkey cascade, add constraint product_pkey primary key (id, code);

-- a unique key that a foreign key needs can be deferred
alter table store.sale drop constraint sale_code_fkey;
alter table store.product drop constraint product_code_key, add constraint product_code_key unique (code) deferrable initially deferred;

-- a foreign key is validated
alter table store.sale validate constraint sale_product_fk;

-- a foreign key is deferrable now
alter table store.sale alter constraint sale_code_fkey deferrable;

-- two tables that reference each other
create table store.hen (id integer primary key, egg integer);
create table store.egg (id integer primary key, hen integer references store.hen);
alter table store.hen add constraint hen_egg_fk foreign key (egg) references store.egg;

-- a schema with everything
create schema other;
create type other.kind as enum ('x');
create domain other.amount as integer check (value > 0);
create type other.pair as (a other.kind, b other.amount);
create sequence other.numbers as smallint increment by -2 minvalue -100 maxvalue -3 start with -5 cache 7 cycle;
create table other.thing (id integer generated always as identity primary key, kind other.kind default 'x', number integer default nextval('other.numbers'), pair other.pair, "Strange Name" text unique, self integer references other.thing);
alter sequence other.numbers owned by other.thing.number;
alter table other.thing alter kind set statistics 77, alter "Strange Name" set storage external, alter id set (n_distinct = -0.5);
create unlogged table other.log (at timestamptz default now(), what text) with (fillfactor = 70, toast.autovacuum_enabled = false);
create table other.part (id integer, kind other.kind) partition by list (kind);
create table other.part_x partition of other.part (id default 5) for values in ('x') with (fillfactor = 60);
create table other.part_rest partition of other.part default;
create index on other.part (id desc nulls last);
create unique index "Odd Index" on other.thing (lower("Strange Name")) include (number) where number > 3;
create view other.things as select *, id + 1 as next from other.thing;
create function other.f(t other.thing, variadic n integer[]) returns table (a integer, b text) language plpgsql security definer set search_path = other as $f$ begin return query select 1, 'x'; end $f$;
create trigger later after update on other.thing referencing old table as gone for each statement execute function store.guard();
alter table other.thing disable trigger later;
alter table other.thing enable row level security, force row level security, replica identity nothing;
create policy only_x on other.thing for insert with check (kind = 'x');
create policy see on other.thing as restrictive for select using (exists (select from other.part p where p.kind = thing.kind));
create rule log_it as on insert to other.thing do also insert into other.log (what) values (new."Strange Name");
comment on schema other is 'it''s \ new';
comment on trigger later on other.thing is 'c1';
comment on policy see on other.thing is 'c2';
comment on rule log_it on other.thing is 'c3';
comment on constraint thing_pkey on other.thing is 'c4';
comment on index other."Odd Index" is 'c5';
comment on sequence other.numbers is 'c6';
comment on domain other.amount is 'c7';
comment on type other.pair is 'c8';
comment on function other.f(other.thing, integer[]) is 'c9';
comment on column other.things.next is 'c10';

-- a schema is emptied and dropped
drop schema store cascade;

-- a partition of a partition is detached
alter table store.ledger_q2 detach partition store.ledger_q2_a;

-- a partition with partitions is detached
alter table store.ledger detach partition store.ledger_q2;

-- a partition has another default, another storage parameter and a check of its own
alter table store.ledger_q1 alter total drop default, alter kind set default 'q', set (fillfactor = 55), add constraint q1_check check (total < 100);

-- a partitioned table gets a column, and one partition another default for it
alter table store.ledger add note text not null default 'n';
alter table store.ledger_q1 alter note set default 'q1';

-- a partitioned table loses a column
drop view store.ledger_sum;
alter table store.ledger drop total;

-- a column of a partitioned table gets another type
drop view store.ledger_sum;
alter table store.ledger alter total type numeric(10, 2);
create view store.ledger_sum as select kind, sum(total) as total from store.ledger group by kind;

-- a column of a partitioned table may not be null, and of one partition it may
alter table store.ledger alter total set not null;

-- a partitioned table gets a check and a foreign key
alter table store.ledger add constraint total_check check (total > 0), add constraint ledger_animal_fk foreign key (id) references store.sale;

-- a partitioned table loses its key
alter table store.ledger drop constraint ledger_pkey;

-- a partition moves to another partitioned table
create table store.ledger2 (like store.ledger) partition by range (day);
alter table store.ledger detach partition store.ledger_q1;
alter table store.ledger2 attach partition store.ledger_q1 for values from ('2024-01-01') to ('2024-04-01');

-- a partition becomes the default one
alter table store.ledger detach partition store.ledger_q1;
alter table store.ledger attach partition store.ledger_q1 default;

-- a trigger of a partitioned table is disabled everywhere but on one partition
alter table store.ledger disable trigger ledger_guard;
alter table store.ledger_q1 enable always trigger ledger_guard;

-- a parent table gets a column
alter table store.animal add fur text default 'soft';

-- a parent table loses a column
drop view store.animals;
alter table store.animal drop legs;

-- a column of a parent table gets another type and default
drop view store.animals;
alter table store.animal alter legs type bigint, alter legs set default 2, alter name set not null;
create view store.animals as select name, legs from store.animal;

-- a child table has another default than its parent
alter table store.dog alter legs set default 3;

-- a parent table gets a check, a child one of its own
alter table store.animal add constraint named check (name <> ''), add constraint only_here check (id > 0) no inherit;
alter table store.dog add constraint loud check (bark <> '');

-- a child table has two parents
create table store.pet (owner text);
alter table store.dog add owner text;
alter table store.dog inherit store.pet;

-- a grandchild leaves
alter table store.puppy no inherit store.dog;

-- a table is unlogged with its sequence
alter table store.sale drop constraint sale_code_fkey, drop constraint sale_product_fk;
alter table store.sale set unlogged;

-- an index has storage parameters
alter index store.product_mood_idx set (fillfactor = 44, deduplicate_items = off);

-- replica identity by an index
create unique index sale_amount_idx on store.sale (amount);
alter table store.sale replica identity using index sale_amount_idx;

-- replica identity by a key that has another definition
alter table store.product replica identity using index product_code_key;

-- statistics have a target
alter statistics store.product_stats set statistics 300;

-- statistics of expressions
drop statistics store.product_stats;
create statistics store.product_stats (ndistinct, mcv) on (lower(name)), mood, stock from store.product;

-- rules and triggers fire differently
alter table store.sale disable rule no_delete, disable trigger sale_late;
alter table store.product enable always trigger product_guard;

-- a rule does something else
create or replace rule no_delete as on delete to store.sale where old.amount > 20 do instead nothing;

-- a policy is for another command and for somebody
drop policy in_stock on store.product;
create policy in_stock on store.product for update to pg_monitor, current_user using (stock > 1);

-- a view on a table that is new, with a function that uses both
create table store.shelf (id integer primary key, product integer references store.product);
create view store.shelves as select s.id, p.name from store.shelf s join store.product p on p.id = s.product;
create function store.shelf_of(p store.product) returns setof store.shelves language sql stable as $$ select v.* from store.shelves v where v.name = p.name $$;
create index on store.shelf (product) include (id);
alter table store.shelf add constraint even check (id % 2 = 0) not valid;

-- a generated column is generated from a new function
create function store.twice(n numeric) returns numeric language sql immutable as $$ select n * 2 $$;
alter table store.product drop double_price, add double_price numeric generated always as (store.twice(price)) stored;

-- an ordinary column is generated now
alter table store.sale drop note, add note text generated always as (code || 'x') stored;

-- a table of a type
create table store.place of store.address (street not null, town default 'here');

-- columns have settings of their own
alter table store.product alter tags set storage external, alter name set statistics 200, alter name set (n_distinct = 100, n_distinct_inherited = 7), alter tags set compression pglz;

-- a sequence of one table belongs to another
alter sequence store.product_id_seq owned by store.sale.product_id;

-- the whole catalogue of a table is rearranged at once
drop view store.product_names, store.product_sales cascade;
drop table store.sale;
alter table store.product drop weight, drop made_in, add depth real not null default 1.5, alter code drop default, alter stock drop not null, drop constraint product_mood_check;
create view store.names as select name from store.product;
