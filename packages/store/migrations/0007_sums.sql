-- Sums stand in the order of their key: those of one kind are read one after the other, and a sum that is added to is
-- written in one place instead of two.
create table summed_by_key (
  fiscal_year integer not null,
  area text not null,
  concept text not null,
  fund text not null,
  kind text not null,
  value text not null,
  accounts bigint not null,
  fen bigint not null,
  primary key (area, concept, fund, kind, value, fiscal_year)
) without rowid;
insert into summed_by_key (fiscal_year, area, concept, fund, kind, value, accounts, fen)
  select fiscal_year, area, concept, fund, kind, value, accounts, fen from summed;
drop table summed;
alter table summed_by_key rename to summed;
