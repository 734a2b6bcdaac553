-- A word that is another one after everything that is written: what was answered from all accounts stands until then.
create table store_state (
  id integer primary key,
  word text not null
);
insert into store_state (id, word) values (1, '');
