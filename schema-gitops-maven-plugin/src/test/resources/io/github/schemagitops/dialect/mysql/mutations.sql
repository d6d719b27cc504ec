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
alter event cleanup on schedule every 1 day starts '2036-01-01 00:00:00';

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

-- a table is checked by sums
-- CHANGED table stock
alter table stock checksum = 1;

-- a table goes that nothing refers to
-- REMOVED table delivery
drop table delivery;

-- a table has more partitions
-- CHANGED table reading
alter table reading add partition partitions 2;

-- a table is partitioned by something else
-- CHANGED table reading
alter table reading partition by key (id) partitions 4;

-- a table gets partitions
-- CHANGED table plain
alter table plain partition by hash (a) partitions 2;

-- mysql: a table is compressed
-- CHANGED table stock
alter table stock compression = 'zlib';

-- mariadb: a table is compressed
-- CHANGED table stock
alter table stock page_compressed = 1;

-- mariadb: a table gets a history
-- CHANGED table plain
alter table plain add system versioning;

-- a column must not be null
-- CHANGED column stock.price
alter table stock modify price decimal(8,2) not null;

-- a column has more digits
-- CHANGED column stock.price
alter table stock modify price decimal(9,3) null default null;

-- a column has another type
-- CHANGED column delivery.day
alter table delivery modify day datetime not null;

-- a column gets a default
-- CHANGED column stock.price
alter table stock alter price set default 1.50;

-- a timestamp is updated
-- CHANGED column delivery.day
alter table delivery modify day datetime not null default '2024-01-01 00:00:00' on update current_timestamp;

-- a column is hidden
-- CHANGED column stock.price
alter table stock modify price decimal(8,2) null default null invisible;

-- a column counts
-- CHANGED column delivery.id
-- ADDED constraint delivery.PRIMARY
alter table delivery modify id int not null auto_increment primary key;

-- a virtual column is stored
-- CHANGED column stock.double_amount
alter table stock drop column double_amount, add column double_amount int as (amount + amount) stored;

-- a generated column becomes an ordinary one
-- CHANGED column stock.double_amount
alter table stock drop column double_amount, add column double_amount int;

-- a column is padded with zeros
-- CHANGED column delivery.id
alter table delivery modify id int(6) unsigned zerofill not null;

-- a column gets a comment
-- ADDED comment column stock.place
alter table stock modify place int not null comment 'number of the shelf';

-- a column loses its comment
-- REMOVED comment column stock.amount
alter table stock modify amount int unsigned not null default 0;

-- mariadb: a column is compressed
-- CHANGED column customer.word
alter table customer modify word varchar(10) compressed default 'NULL';

-- a primary key goes
-- REMOVED constraint log.PRIMARY
alter table log remove partitioning;
alter table log drop primary key;
alter table log partition by range (year(day)) (partition old values less than (2020), partition new values less than maxvalue);

-- a unique key gets another name
-- REMOVED constraint stock.place_u
-- ADDED constraint stock.place_unique
alter table stock rename key place_u to place_unique;

-- a foreign key does something else on update
-- CHANGED constraint delivery.of_stock
alter table delivery drop foreign key of_stock;
alter table delivery add constraint of_stock foreign key (sku) references stock (sku) on delete set null on update restrict;

-- a check goes
-- REMOVED constraint stock.few
alter table stock drop constraint few;

-- an index becomes unique
-- REMOVED index stock.price_i
-- ADDED constraint stock.price_i
alter table stock drop key price_i, add unique key price_i (price);

-- a full-text index comes
-- ADDED index stock.labels_f
create fulltext index labels_f on stock (labels);

-- a spatial index comes
-- ADDED index stock.area_s
create spatial index area_s on stock (area);

-- mysql: a functional index comes
-- ADDED index stock.total_i
create index total_i on stock ((price * amount));

-- mysql: a functional index goes
-- REMOVED index stock.upper_sku
drop index upper_sku on stock;

-- an index loses its comment
-- REMOVED comment index stock.price_i
alter table stock drop key price_i, add key price_i (price);

-- a view comes
-- ADDED view all_stock
create view all_stock as select * from stock;

-- a view checks less
-- CHANGED view low_stock
create or replace view low_stock as select sku, amount from stock where amount < 10 with local check option;

-- a view names a column differently
-- CHANGED view low_stock
create or replace view low_stock as select sku, amount as pieces from stock where amount < 10 with cascaded check option;

-- a trigger comes
-- ADDED trigger stock.noted
create trigger noted after insert on stock for each row set @inserted = new.sku;

-- a trigger fires on something else
-- CHANGED trigger stock.keep
drop trigger keep;
create trigger keep before update on stock for each row set @deleted = old.sku;

-- a procedure comes
-- ADDED procedure empty_it
create procedure empty_it() delete from delivery;

-- a procedure goes
-- REMOVED procedure fill
drop procedure fill;

-- a procedure says what it reads
-- CHANGED procedure fill
alter procedure fill reads sql data;

-- a function comes
-- ADDED function half
create function half(a int) returns int deterministic return a / 2;

-- a function goes
-- REMOVED function doubled
drop function doubled;

-- a function takes something else
-- CHANGED function doubled
drop function doubled;
create function doubled(a bigint) returns int deterministic return a * 2;

-- an event comes
-- ADDED event nightly
create event nightly on schedule every 1 day starts '2024-01-01 02:00:00' do delete from delivery where id < 0;

-- an event goes when it is done
-- CHANGED event report
alter event report on completion not preserve;

-- an event ends earlier
-- CHANGED event report
alter event report on schedule every 1 week starts '2024-01-01 03:00:00' ends '2036-06-01 00:00:00';

-- an event starts at another hour
-- CHANGED event report
alter event report on schedule every 1 week starts '2024-01-01 04:00:00' ends '2037-06-01 00:00:00';

-- an event gets another comment
-- CHANGED comment event report
alter event report comment 'by pigeon';

-- an event gets another name
-- REMOVED event report
-- ADDED event statement
alter event report rename to statement;

-- mariadb: a sequence has another end
-- CHANGED sequence numbers
alter sequence numbers maxvalue 1000;

-- mariadb: a sequence begins again at its end
-- CHANGED sequence numbers
alter sequence numbers cycle;

-- mariadb: a sequence keeps numbers in store
-- CHANGED sequence numbers
alter sequence numbers cache 10;

-- somebody else defines a trigger
-- CHANGED trigger orders.stamp
drop trigger stamp;
create definer = 'nobody'@'nowhere' trigger stamp before insert on orders for each row set new.placed = current_date;

-- somebody else defines a view
-- CHANGED view recent
create or replace definer = 'nobody'@'nowhere' view recent as select id, name from customer where name <> 'a.b';

-- somebody else defines a procedure
-- CHANGED procedure fill
drop procedure fill;
create definer = 'nobody'@'nowhere' procedure fill(in amount int, out result varchar(20)) comment 'fills'
begin
  set result = 'x'; select amount; end;

-- a privilege is granted
-- ADDED privilege 'shop_reader'@'%' ON TABLE orders
grant select on orders to shop_reader;

-- a privilege is revoked
-- REMOVED privilege 'shop_reader'@'%' ON TABLE stock
revoke select on stock from shop_reader;

-- a privilege allows more
-- CHANGED privilege 'shop_reader'@'%' ON TABLE stock
grant insert, update (amount) on stock to shop_reader;

-- a privilege may be passed on
-- CHANGED privilege 'shop_reader'@'%' ON TABLE stock
grant select on stock to shop_reader with grant option;

-- a privilege on a procedure is revoked
-- REMOVED privilege 'shop_reader'@'%' ON PROCEDURE granted
revoke execute on procedure granted from shop_reader;

-- a view gets another definer
-- CHANGED view recent
create or replace definer = 'somebody'@'%' view recent as select id, name from customer where name <> 'a.b';

-- a trigger gets another definer
-- CHANGED trigger orders.stamp_update
drop trigger stamp_update;
create definer = 'somebody'@'%' trigger stamp_update before update on orders for each row begin set new.placed = old.placed; end;

-- a procedure gets another definer
-- CHANGED procedure fill
drop procedure fill;
create definer = 'somebody'@'%' procedure fill(in amount int, out result varchar(20)) comment 'fills'
begin
  set result = 'x'; select amount; end;

-- triggers fire in another order
-- CHANGED trigger keyed.zeroth
drop trigger zeroth;
create trigger zeroth before insert on keyed for each row set @zeroth = 'it''s';

-- an event that runs once runs at another time
-- CHANGED event once
alter event once on schedule at '2037-01-02 00:00:00';

-- an event that runs once sleeps
-- CHANGED event once
alter event once disable;

-- an event is kept no more
-- CHANGED event once
alter event once on completion not preserve;

-- an event ends later
-- CHANGED event sometimes
alter event sometimes on schedule every '1:30' hour_minute starts '2030-01-01 00:00:00' ends '2031-01-02 00:00:00';

-- an event gets a comment
-- ADDED comment event cleanup
alter event cleanup comment 'cleans';

-- an event gets another definer
-- CHANGED event cleanup
alter definer = 'somebody'@'%' event cleanup comment '';

-- a string in a program is written in another way
-- CHANGED trigger keyed.zeroth
drop trigger zeroth;
create trigger zeroth before insert on keyed for each row precedes ninth set @zeroth = "it''s";

-- a default of bits changes
-- CHANGED column `order`.bits
alter table `order` alter bits set default b'100';

-- a default of bytes changes
-- CHANGED column `order`.raw
alter table `order` alter raw set default 'ac';

-- a default with a quote changes
-- CHANGED column `order`.`group by`
alter table `order` alter `group by` set default 'it''s \\ "y"';

-- a column is renamed, quotes and all
-- REMOVED column `order`.at
-- ADDED column `order`.`a t`
alter table `order` rename column at to `a t`;

-- a comment with quotes changes
-- CHANGED comment index `order`.`a key`
alter table `order` drop key `a key`, add key `a key` (`group by`(5) desc, `key`) comment 'it''s not';

-- an option goes
-- CHANGED table `order`
alter table `order` stats_persistent = default;

-- a row format becomes the usual one
-- CHANGED table `order`
alter table `order` row_format = default;

-- a table with everything goes
-- REMOVED table `order`
drop table `order`;

-- a subpartition comes
-- CHANGED table parts
alter table parts reorganize partition p1 into (
  partition p1 values less than (20) (subpartition s2, subpartition s3),
  partition p2 values less than maxvalue (subpartition s4, subpartition s5));

-- a list gets a value
-- CHANGED table listed
alter table listed reorganize partition p1 into (partition p1 values in ((4, 5), (6, 7)));

-- a key gets more partitions
-- CHANGED table keyed
alter table keyed add partition partitions 1;

-- a partitioned table comes
-- ADDED table hashed
create table hashed (a int primary key) partition by hash (a) partitions 3;

-- a table becomes partitioned
-- CHANGED table plain
alter table plain partition by hash (a) partitions 3;

-- many columns change at once
-- ADDED column customer.first_new
-- ADDED column customer.second_new
-- REMOVED column customer.word
-- REMOVED column customer.token
-- CHANGED column customer.born
-- ADDED index customer.new_i
alter table customer add first_new int, add second_new varchar(10) default 'x' after id, drop word, drop token, modify born date not null, add key new_i (first_new, second_new);

-- a view of a view goes with it
-- REMOVED view recent
-- REMOVED view of_view
drop view recent, of_view;

-- a table and a view on it come
-- ADDED table fresh
-- ADDED view a_fresh
create table fresh (id int primary key, parent int, constraint to_self foreign key (parent) references fresh (id));
create view a_fresh as select id from fresh;

-- tables that refer to each other come
-- ADDED table hen
-- ADDED table egg
create table hen (id int primary key, egg_id int);
create table egg (id int primary key, hen_id int, constraint from_hen foreign key (hen_id) references hen (id));
alter table hen add constraint from_egg foreign key (egg_id) references egg (id);

-- a table that is referred to goes
-- REMOVED table customer
-- REMOVED constraint orders.by_customer (foreign key)
-- REMOVED view recent
-- REMOVED view of_view
drop view recent, of_view;
alter table orders drop foreign key by_customer;
drop table customer;

-- mysql: a full-text index gets another parser
-- CHANGED index words.body_f
alter table words drop key body_f;
alter table words add fulltext key body_f (body);

-- mysql: a vector gets longer
-- CHANGED column words.v
alter table words modify v vector(4);

-- mysql: an attribute of a table changes
-- CHANGED table words
alter table words secondary_engine_attribute = '{"a": "b"}';

-- mysql: an attribute of a column comes
-- CHANGED column words.id
alter table words modify id int not null secondary_engine_attribute '{"c": 1}';

-- mysql: an invisible index is a unique one
-- REMOVED index customer.born_i
-- ADDED constraint customer.born_i
alter table customer drop key born_i, add unique key born_i (born, total) invisible;

-- mariadb: a period may overlap
-- CHANGED constraint spans.once_u
alter table spans drop key once_u, add unique key once_u (a, s, e);

-- mariadb: a vector index measures in another way
-- CHANGED index near.v_near
alter table near drop key v_near, add vector key v_near (v) m = 8 distance = euclidean;

-- mariadb: a check of a column demands something else
-- CHANGED constraint small.b
alter table small modify b int check (b < 11);

-- mariadb: an engine's option changes
-- CHANGED table small
alter table small transactional = 0;

-- mariadb: a sequence starts again and holds more
-- CHANGED sequence bounded
alter sequence bounded maxvalue 60 nocycle nocache;

-- mariadb: a sequence goes
-- REMOVED sequence bounded
drop sequence bounded;

-- mariadb: a trigger watches another column
-- CHANGED trigger customer.watch
drop trigger watch;
create trigger watch before update of name on customer for each row set @seen = 1;

-- mariadb: history is kept for longer
-- CHANGED table past
alter table past partition by system_time interval 2 month partitions 3;

-- mariadb: an aggregate goes
-- REMOVED function summed
drop function summed;

-- the second of two triggers goes
-- REMOVED trigger keyed.zeroth
drop trigger zeroth;

-- the trigger that another one precedes goes
-- REMOVED trigger keyed.ninth
-- CHANGED trigger keyed.zeroth
drop trigger ninth;

-- a procedure that somebody may call does something else
-- CHANGED procedure granted
-- REMOVED privilege 'shop_reader'@'%' ON PROCEDURE granted
drop procedure granted;
create procedure granted() select 2;

-- a view names its columns the other way round
-- CHANGED view named
create or replace view named (`amount)("``x`, sku) as select sku, amount from stock;

-- a view names its columns no more
-- CHANGED view named
create or replace view named as select sku, amount from stock;

-- a view names its columns
-- CHANGED view recent
create or replace view recent (number, label) as select id, name from customer where name <> 'a.b';

-- mysql: a view of documents comes
-- ADDED view documents
create json relational duality view documents as select json_duality_object('_id': id, 'name': name) from customer;

-- mysql: a view becomes one of documents
-- CHANGED view recent
drop view recent;
create json relational duality view recent as select json_duality_object('_id': id, 'name': name) from customer;
