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

-- another login of those that migrate defines a view
insert into flyway_schema_history (installed_rank, n, installed_by) values (1, 1, 'deployer');
create or replace definer = 'deployer'@'%' view recent as select id, name from customer where name <> 'a.b';

-- mariadb: partitions of the past are counted from another day
alter table past partition by system_time interval 1 month starts '2026-01-01 00:00:00' partitions 3;
