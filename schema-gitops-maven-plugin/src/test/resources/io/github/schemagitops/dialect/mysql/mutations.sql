-- a table comes with all it has
-- ADDED table fresh
create table fresh (id int primary key comment 'number', n int unique, check (n > 0)) comment 'new';

-- a table goes with all it has
-- REMOVED table log
drop table log;

-- a table gets another engine
-- CHANGED table log
alter table log remove partitioning;
alter table log engine = myisam;

-- a table gets another default collation
-- CHANGED table plain
alter table plain default character set latin1;

-- a table gets another row format
-- CHANGED table log
alter table log row_format = compact;

-- a table gets an option
-- CHANGED table log
alter table log stats_persistent = 1;

-- a table gets a comment
-- ADDED comment table log
alter table log comment 'what happened';

-- a table's comment changes
-- CHANGED comment table customer
alter table customer comment 'everybody';

-- a table's comment goes
-- REMOVED comment table customer
alter table customer comment '';

-- a partition comes
-- CHANGED table log
alter table log reorganize partition new into (partition mid values less than (2030), partition new values less than maxvalue);

-- a partition goes
-- CHANGED table log
alter table log drop partition old;

-- partitioning goes
-- CHANGED table log
alter table log remove partitioning;

-- a table gets another name
-- REMOVED table log
-- ADDED table protocol
rename table log to protocol;

-- a column comes
-- ADDED column orders.note
alter table orders add column note text after id;

-- a column goes
-- REMOVED column customer.word
alter table customer drop column word;

-- a column gets another name
-- REMOVED column customer.word
-- ADDED column customer.wort
alter table customer rename column word to wort;

-- a column gets longer
-- CHANGED column customer.word
alter table customer modify word varchar(11) default 'NULL';

-- a column may be negative
-- CHANGED column customer.hidden
alter table customer modify hidden int unsigned invisible default 3;

-- an enum gets a member
-- CHANGED column customer.kind
alter table customer modify kind enum('private', 'it''s', 'firm') not null default 'private';

-- a set loses a member
-- CHANGED column customer.flags
alter table customer modify flags set('new');

-- a column may be null
-- CHANGED column orders.placed
alter table orders modify placed date null;

-- a default changes
-- CHANGED column customer.born
alter table customer alter born set default '2000-01-02';

-- a default goes
-- CHANGED column customer.total
alter table customer alter total drop default;

-- a default that looks like nothing becomes nothing
-- CHANGED column customer.word
alter table customer alter word set default null;

-- a default becomes an expression
-- CHANGED column customer.word
alter table customer modify word varchar(10) default (concat('NU', 'LL'));

-- a timestamp is not updated any more
-- CHANGED column customer.seen
alter table customer modify seen timestamp not null default current_timestamp;

-- a timestamp gets fractions of seconds
-- CHANGED column customer.since
alter table customer modify since timestamp(3) null default '2024-01-01 10:00:00';

-- a generated column computes something else
-- CHANGED column customer.twice
alter table customer modify twice decimal(11,2) as (total * 3) stored;

-- a virtual column computes something else
-- CHANGED column customer.label
alter table customer modify label varchar(120) as (concat(name, '''z')) virtual;

-- a column counts no more
-- CHANGED column customer.id
alter table orders drop foreign key by_customer;
alter table customer modify id bigint unsigned not null;
alter table orders add constraint by_customer foreign key (customer_id) references customer (id) on delete cascade;

-- a column is shown
-- CHANGED column customer.hidden
alter table customer modify hidden int default 3;

-- a column gets another collation
-- CHANGED column customer.email
alter table customer modify email varchar(200) collate utf8mb4_unicode_ci;

-- a column gets another character set
-- CHANGED column orders.code
alter table orders modify code char(8) character set utf8mb4 collate utf8mb4_bin;

-- a column's comment changes
-- CHANGED comment column customer.name
alter table customer modify name varchar(100) not null comment 'as written';

-- mysql: a column gets a coordinate system
-- CHANGED column orders.place
alter table orders drop key place_s;
alter table orders modify place point not null srid 4326;
alter table orders add spatial key place_s (place);

-- a primary key changes
-- CHANGED constraint log.PRIMARY
alter table log drop primary key, add primary key (day, id);

-- a primary key comes
-- ADDED constraint plain.PRIMARY
-- CHANGED column plain.a
alter table plain add primary key (a);

-- a unique key comes
-- ADDED constraint plain.b_u
alter table plain add unique b_u (b);

-- a unique key goes
-- REMOVED constraint customer.email_u
drop index email_u on customer;

-- a unique key takes another column
-- CHANGED constraint customer.email_u
alter table customer drop key email_u, add unique key email_u (email, name);

-- a foreign key of the name of a unique key does something else
-- CHANGED constraint orders.by_customer (foreign key)
alter table orders drop foreign key by_customer;
alter table orders add constraint by_customer foreign key (customer_id) references customer (id) on delete set null;

-- a foreign key goes
-- REMOVED constraint orders.by_customer (foreign key)
alter table orders drop foreign key by_customer;

-- a foreign key comes
-- ADDED constraint plain.of_order
-- mariadb: ADDED index plain.of_order
-- mariadb: CHANGED table plain
alter table plain engine = innodb;
alter table plain add constraint of_order foreign key (b) references orders (id) on update cascade;

-- a check comes
-- ADDED constraint orders.recent
alter table orders add constraint recent check (placed > '1999-12-31');

-- a check demands something else
-- CHANGED constraint customer.positive
alter table customer drop constraint positive;
alter table customer add constraint positive check (total > 0);

-- mysql: a check is not enforced
-- CHANGED constraint customer.positive
alter table customer alter check positive not enforced;

-- an index comes
-- ADDED index orders.placed_i
create index placed_i on orders (placed);

-- an index goes
-- REMOVED index customer.born_i
drop index born_i on customer;

-- an index gets another name
-- REMOVED index customer.born_i
-- ADDED index customer.born_x
alter table customer rename index born_i to born_x;

-- an index takes its columns in another order
-- CHANGED index customer.born_i
alter table customer drop key born_i, add key born_i (total, born);

-- an index takes a longer prefix
-- CHANGED index customer.name_i
alter table customer drop key name_i, add key name_i (name(11) desc);

-- an index goes up instead of down
-- CHANGED index customer.name_i
alter table customer drop key name_i, add key name_i (name(10));

-- an index gets a comment
-- ADDED comment index customer.born_i
alter table customer drop key born_i, add key born_i (born, total) comment 'for birthdays';

-- a full-text index becomes an ordinary one
-- CHANGED index customer.note_f
alter table customer drop key note_f, add key note_f (note(20));

-- a spatial index goes
-- REMOVED index orders.place_s
drop index place_s on orders;

-- mysql: an index is not used any more
-- CHANGED index customer.born_i
alter table customer alter index born_i invisible;

-- mariadb: an index is not used any more
-- CHANGED index customer.born_i
alter table customer alter index born_i ignored;

-- mysql: an index computes something else
-- CHANGED index plain.mixed
alter table plain drop key mixed, add key mixed (b, (a * 3) desc);

-- a view selects something else
-- CHANGED view recent
create or replace view recent as select id, name from customer where name <> 'a.c';

-- a view runs with the rights of who asks
-- CHANGED view recent
create or replace sql security invoker view recent as select id, name from customer where name <> 'a.b';

-- a view is materialised for each query
-- CHANGED view recent
create or replace algorithm = temptable view recent as select id, name from customer where name <> 'a.b';

-- a view checks nothing
-- CHANGED view guarded
create or replace view guarded as select id, placed from orders where id > 0;

-- a view goes
-- REMOVED view guarded
drop view guarded;

-- a trigger does something else
-- CHANGED trigger orders.stamp
drop trigger stamp;
create trigger stamp before insert on orders for each row set new.placed = '2024-01-01';

-- a trigger fires later
-- CHANGED trigger orders.stamp_update
drop trigger stamp_update;
create trigger stamp_update after update on orders for each row begin set @x = old.placed; end;

-- a trigger goes
-- REMOVED trigger orders.stamp
drop trigger stamp;

-- a trigger is made under another SQL mode
-- CHANGED trigger orders.stamp
drop trigger stamp;
set sql_mode = 'ANSI_QUOTES';
create trigger stamp before insert on orders for each row set new.placed = current_date;

-- a procedure does something else
-- CHANGED procedure fill
drop procedure fill;
create procedure fill(in amount int, out result varchar(20)) comment 'fills'
begin
  set result = 'y'; select amount; end;

-- a procedure takes something else
-- CHANGED procedure fill
drop procedure fill;
create procedure fill(in amount int, out result varchar(21)) comment 'fills'
begin
  set result = 'x'; select amount; end;

-- a procedure runs with the rights of who calls
-- CHANGED procedure fill
alter procedure fill sql security invoker;

-- a procedure gets another comment
-- CHANGED comment procedure fill
alter procedure fill comment 'fills it';

-- a function returns something else
-- CHANGED function doubled
drop function doubled;
create function doubled(a int) returns bigint deterministic return a * 2;

-- a function may be different every time
-- CHANGED function doubled
drop function doubled;
create function doubled(a int) returns int no sql return a * 2;

-- a function goes, and a procedure of its name comes
-- REMOVED function doubled
-- ADDED procedure doubled
drop function doubled;
create procedure doubled() select 1;

-- an event does something else
-- CHANGED event cleanup
alter event cleanup do delete from log where day < '2000-01-02';

-- an event runs less often
-- CHANGED event cleanup
alter event cleanup on schedule every 2 day;

-- an event starts at a certain time
-- CHANGED event cleanup
alter event cleanup on schedule every 1 day starts '2040-01-01 00:00:00';

-- an event sleeps
-- CHANGED event cleanup
alter event cleanup disable;

-- an event goes
-- REMOVED event cleanup
drop event cleanup;

-- mariadb: a sequence steps further
-- CHANGED sequence numbers
alter sequence numbers increment by 3;

-- mariadb: a sequence comes
-- ADDED sequence more
create sequence more;

-- mariadb: a table forgets its history
-- CHANGED table versioned
alter table versioned drop system versioning;

-- mariadb: a column forgets its history
-- CHANGED column versioned.a
set system_versioning_alter_history = keep;
alter table versioned modify a int without system versioning;
