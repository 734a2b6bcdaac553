-- The number in an account's place is the order in which its newest revision was recorded: published anew, it gets another
-- one. So places of a year are in that order, and what is new of a search needs no other index. Every account gets a
-- number after all that were given, in that order; reindexing moves it there.
-- only postgresql: select setval(pg_get_serial_sequence('account_place', 'number'), coalesce(max(number), 0) + 1) from account_place;
delete from account_place;
insert into account_place (account_id) select id from account order by recorded_at, place % 4294967296, id;

drop index account_recorded;
drop index account_recorded_by_year;
drop index account_indexed;
create index account_number on account ((place % 4294967296) desc) where place is not null;
create index account_indexed on account (indexed, (place % 4294967296) desc);

-- Counts over all years are kept as those of the year -1, since a document that does not say its year has the year 0.
delete from tally where fiscal_year = 0;
insert into tally (fiscal_year, facet, value, accounts, errors, warnings)
  select 0, facet, value, count(*), sum(case when errors > 0 then 1 else 0 end), sum(case when warnings > 0 then 1 else 0 end)
  from (
    select id, 'year' as facet, '' as value, errors, warnings from account where fiscal_year = 0 and indexed > 0
    union all select id, 'region', region, errors, warnings from account where fiscal_year = 0 and indexed > 0
    union all select id, 'province', substr(division, 1, 2), errors, warnings from account
      where fiscal_year = 0 and indexed > 0 and division <> ''
    union all select id, 'functional', functional, errors, warnings from account
      join (select distinct account_id, functional from amount where length(functional) = 3 and fen <> 0) as class on account_id = id
      where fiscal_year = 0 and indexed > 0
  ) as unknown group by facet, value;
insert into tally (fiscal_year, facet, value, accounts, errors, warnings)
  select -1, facet, value, sum(accounts), sum(errors), sum(warnings) from tally group by facet, value;
