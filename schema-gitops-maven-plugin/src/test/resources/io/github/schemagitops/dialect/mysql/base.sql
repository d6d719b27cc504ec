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

create table flyway_schema_history (installed_rank int primary key, n int, key n_i (n));

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

create event report on schedule every 1 week starts '2024-01-01 03:00:00' ends '2090-01-01 00:00:00'
  on completion preserve comment 'by mail' do delete from delivery where day < '2001-01-01';

-- Privileges of a login that belongs to the server, which may have it already.
create user if not exists shop_reader;
grant select on current_database.stock to shop_reader;
grant execute on procedure current_database.fill to shop_reader;

-- mysql: only there
alter table stock add key upper_sku ((upper(sku)));
