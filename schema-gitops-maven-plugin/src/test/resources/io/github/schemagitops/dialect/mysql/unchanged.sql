-- rows come and numbers are given out
insert into customer (name, email) values ('a', 'a@example.org'), ('b', 'b@example.org');
insert into log values (1, '2019-01-01');
delete from customer;
analyze table customer;

-- a counter is moved
alter table customer auto_increment = 5000;

-- a table is rebuilt
alter table customer force;
alter table log engine = innodb;
optimize table log;

-- a column comes and goes
alter table orders add column for_a_while int;
alter table orders drop column for_a_while;

-- a column moves
alter table customer modify word varchar(10) default 'NULL' first;

-- an index is made again
alter table customer drop key born_i;
alter table customer add key born_i (born, total);

-- a view is made again, in other words and under the database's name
drop view recent;
create view recent as
  select current_database.customer.id, current_database.customer.name from current_database.customer where name <> 'a.b';

-- a trigger is made again, by a login that has a definer's name elsewhere
drop trigger stamp;
create definer = 'root'@'nowhere' trigger stamp before insert on orders for each row set new.placed = current_date;

-- a trigger is made again in another place, and in its place
drop trigger stamp;
create trigger stamp before insert on orders for each row set new.placed = current_date;

-- a session has another time zone, language and way of quoting
set time_zone = '+09:00';
set sql_mode = 'ANSI_QUOTES';
set sql_quote_show_create = 0;

-- mariadb: a sequence gives out numbers
select next value for numbers;
alter sequence numbers restart 100;

-- statistics are collected and caches emptied
analyze table stock, orders, log;
check table stock;
flush tables;
flush status;

-- nothing is altered
alter table stock alter amount set default 0;
alter table stock modify place int not null;
alter table stock comment 'what there is';
alter table delivery convert to character set utf8mb4;
alter event report enable;
alter procedure fill comment 'fills';
alter view guarded as select id, placed from orders where id > 0 with local check option;

-- a table is dropped and made again, with its columns in another order
drop table delivery;
create table delivery (
  day date not null,
  sku varchar(20),
  id int not null,
  constraint of_stock foreign key (sku) references stock (sku) on delete set null on update cascade
);

-- a table is renamed and renamed back
rename table reading to lecture;
rename table lecture to reading;

-- a column is renamed and renamed back
alter table stock rename column price to cost;
alter table stock rename column cost to price;

-- a table was of another engine for a while
alter table delivery drop foreign key of_stock;
alter table delivery engine = myisam;
alter table delivery engine = innodb;
alter table delivery drop key of_stock;
alter table delivery add constraint of_stock foreign key (sku) references stock (sku) on delete set null on update cascade;

-- a foreign key is dropped and made again
alter table orders drop foreign key by_customer;
alter table orders add constraint by_customer foreign key (customer_id) references customer (id) on delete cascade;

-- routines are dropped and made again, with other line ends
drop function doubled;
create function doubled(a int) returns int deterministic return a * 2;

-- a session reads and writes in other ways
set names utf8mb3;
set sql_mode = 'ANSI,PIPES_AS_CONCAT';
set lc_time_names = 'de_DE';
set lc_messages = 'de_DE';
set foreign_key_checks = 0;
set autocommit = 1;
set group_concat_max_len = 8;

-- an event is made again at another time
drop event cleanup;
set timestamp = 1700000018;
create event cleanup on schedule every 1 day do delete from log where day < '2000-01-01';

-- many rows come and go
insert into delivery (day, id) values ('2024-01-01', 1), ('2024-01-02', 2), ('2024-01-03', 3);
update delivery set id = id + 1;
delete from delivery;
truncate table delivery;

-- another login of those that migrate defines a view
create user if not exists deployer;
replace into flyway_schema_history (installed_rank, n, installed_by) values (1, 1, 'deployer');
create or replace definer = 'deployer'@'%' view recent as select id, name from customer where name <> 'a.b';

-- the login that looks defines it again
create or replace view recent as select id, name from customer where name <> 'a.b';

-- mariadb: partitions of the past are counted from another day
alter table past partition by system_time interval 1 month starts '2026-01-01 00:00:00' partitions 3;
