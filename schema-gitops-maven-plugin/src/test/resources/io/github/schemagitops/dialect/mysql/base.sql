-- What all products have.
create table customer (
  id bigint unsigned not null auto_increment primary key,
  name varchar(100) not null comment 'as spoken',
  email varchar(200) collate utf8mb4_bin,
  kind enum('private', 'it''s') not null default 'private',
  flags set('new', 'paid'),
  note text,
  born date default '2000-01-01',
  seen timestamp not null default current_timestamp on update current_timestamp,
  since timestamp null default '2024-01-01 10:00:00',
  total decimal(10,2) not null default 0.00,
  twice decimal(11,2) as (total * 2) stored,
  label varchar(120) as (concat(name, '''s')) virtual,
  word varchar(10) default 'NULL',
  token varchar(40) default (uuid()),
  extra json,
  hidden int invisible default 3,
  unique key email_u (email),
  key name_i (name(10) desc),
  key born_i (born, total),
  fulltext key note_f (note),
  constraint positive check (total >= 0)
) comment = 'who''s who';

-- A foreign key, and a unique key of the same name.
create table orders (
  id int primary key,
  customer_id bigint unsigned,
  placed date not null,
  code char(8) character set latin1,
  place point not null,
  spatial key place_s (place),
  unique key by_customer (customer_id, placed),
  constraint by_customer foreign key (customer_id) references customer (id) on delete cascade
);

create table log (id int not null, day date not null, primary key (id, day))
  partition by range (year(day)) (
    partition old values less than (2020),
    partition new values less than maxvalue);

create table plain (a int, b int, c varchar(20)) engine = myisam;

create table flyway_schema_history (installed_rank int primary key, n int, installed_by varchar(100), key n_i (n));

create view recent as select id, name from customer where name <> 'a.b';

create view guarded as select id, placed from orders where id > 0 with local check option;

create trigger stamp before insert on orders for each row set new.placed = current_date;

create trigger stamp_update before update on orders for each row begin set new.placed = old.placed; end;

create procedure fill(in amount int, out result varchar(20)) comment 'fills'
begin
  set result = 'x'; select amount; end;

create function doubled(a int) returns int deterministic return a * 2;

-- At that time, because a full minute would be taken for a time that somebody chose.
set timestamp = 1700000017;
create event cleanup on schedule every 1 day do delete from log where day < '2000-01-01';

-- mariadb: only there
create sequence numbers start with 5 increment by 2;

-- mariadb: only there
create table versioned (a int, b int, c int without system versioning) with system versioning;

-- mysql: only there
alter table plain engine = innodb, add key computed ((a + 1)), add key mixed (b, (a * 2) desc);

create table stock (
  sku varchar(20) not null,
  place int not null,
  amount int unsigned not null default 0 comment 'pieces',
  price decimal(8,2) null default null,
  labels text,
  area point not null,
  updated datetime null on update current_timestamp,
  double_amount int as (amount + amount) virtual,
  primary key (sku),
  unique key place_u (place),
  key price_i (price) comment 'for reports',
  key labels_i (labels(20)),
  constraint few check (amount < 1000000)
) comment = 'what there is';

create table delivery (
  id int not null,
  sku varchar(20),
  day date not null,
  constraint of_stock foreign key (sku) references stock (sku) on delete set null on update cascade
);

create table reading (id int not null, at int not null, primary key (id, at))
  partition by hash (at) partitions 4;

create view low_stock as select sku, amount from stock where amount < 10 with cascaded check option;

create trigger keep before delete on stock for each row set @deleted = old.sku;

create event report on schedule every 1 week starts '2024-01-01 03:00:00' ends '2037-06-01 00:00:00'
  on completion preserve comment 'by mail' do delete from delivery where day < '2001-01-01';

create procedure granted() select 1;

-- Privileges of a login that belongs to the server, which may have it already.
create user if not exists shop_reader;
grant select on current_database.stock to shop_reader;
grant execute on procedure current_database.granted to shop_reader;

-- mysql: only there
alter table stock add key upper_sku ((upper(sku)));

-- Names that need quotes, in a table that has everything else.
create table `order` (
  `key` int not null,
  `group by` varchar(30) not null default 'it''s \\ "x"',
  `select` int as (`key` + length('it''s')) virtual,
  bits bit(3) default b'101',
  raw varbinary(4) default 'ab',
  at datetime(3) default current_timestamp(3) on update current_timestamp(3),
  primary key (`key`, `group by`),
  key `a key` (`group by`(5) desc, `key`) comment 'it''s',
  constraint `a check` check (`key` > 0 and `group by` <> 'it''s \\')
) row_format = compact stats_persistent = 1 comment 'it''s \\ odd';

-- Parts of parts, and lists.
create table parts (a int, b int)
  partition by range (a) subpartition by hash (b) (
    partition p0 values less than (10) comment 'it''s' (subpartition s0, subpartition s1),
    partition p1 values less than maxvalue (subpartition s2, subpartition s3));

create table listed (a int, b int)
  partition by list columns (a, b) (partition p0 values in ((1, 2), (3, null)), partition p1 values in ((4, 5)));

create table keyed (a int primary key) partition by linear key (a) partitions 2;

-- Two of one event, not in the order of their names.
create trigger ninth before insert on keyed for each row set @ninth = 1;
create trigger zeroth before insert on keyed for each row precedes ninth set @zeroth = 'it''s';

-- Columns that the view names, one of them with what ends a list.
create view named (sku, `amount)("``x`) as select sku, amount from stock;

create view of_view as select r.id from recent r where r.name <> 'it''s \\';

create definer = 'nobody'@'nowhere' sql security invoker view foreigner as select 1 as one;

create procedure `call`(in `in` varchar(20) character set latin1, inout b enum('x', 'it''s'))
  modifies sql data sql security invoker comment 'it''s \\'
begin
  select 'it''s \\', "x" into b, @c; end;

create event once on schedule at '2037-01-01 00:00:00' on completion preserve comment 'it''s' do set @x = 'it''s';

create event sometimes on schedule every '1:30' hour_minute starts '2030-01-01 00:00:00' ends '2031-01-01 00:00:00' disable do set @x = 1;

-- mysql: only there
create table words (id int primary key, body text, v vector(3), fulltext key body_f (body) with parser ngram, key low ((left(body, 5))))
  secondary_engine_attribute = '{"a": "it''s"}';

-- mariadb: only there
create table spans (a int, s date, e date, period for valid (s, e), unique key once_u (a, valid without overlaps));

-- mariadb: only there
create table past (a int, f timestamp(6) generated always as row start, t timestamp(6) generated always as row end, period for system_time (f, t)) with system versioning partition by system_time interval 1 month partitions 3;

-- mariadb: only there
create table near (id int primary key, v vector(3) not null, vector key v_near (v) m = 8 distance = cosine);

-- mariadb: only there
create table small (a int check (a > 0), b int check (b < 10), i inet6, u uuid default uuid(), constraint others check (a < 100)) engine = aria transactional = 1;

-- mariadb: only there
create sequence bounded as smallint minvalue 3 maxvalue 30 increment by 3 cache 5 cycle;

-- mariadb: only there
create trigger watch before update of email on customer for each row set @seen = 1;

-- mariadb: only there
create aggregate function summed(x int) returns int
begin
  declare s int default 0; declare continue handler for not found return s; loop fetch group next row; set s = s + x; end loop; end;

-- Who migrates.
insert into flyway_schema_history (installed_rank, installed_by) values (0, 'root');
