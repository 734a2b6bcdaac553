-- How disclosures fare, beside how many there are: how many errors are found in them, how many figures they print, and how
-- many of those were read (bound to a concept). Accounts that wait to be reindexed count for nothing yet, here as before.
alter table tally add column found bigint not null default 0;
alter table tally add column printed bigint not null default 0;
alter table tally add column bound bigint not null default 0;
with valued as (
  select fiscal_year, 'year' as facet, '' as value, errors, printed, bound from account where indexed > 0
  union all select fiscal_year, 'region', region, errors, printed, bound from account where indexed > 0
  union all select fiscal_year, 'province', substr(division, 1, 2), errors, printed, bound from account
    where indexed > 0 and division <> ''
  union all select fiscal_year, 'functional', functional, errors, printed, bound from account
    join (select distinct account_id, functional from amount where length(functional) = 3 and fen <> 0) as class on account_id = id
    where indexed > 0
)
insert into tally (fiscal_year, facet, value, accounts, errors, warnings, found, printed, bound)
  select fiscal_year, facet, value, 0, 0, 0, found, printed, bound from (
    select fiscal_year, facet, value, sum(errors) as found, sum(printed) as printed, sum(bound) as bound
      from valued group by fiscal_year, facet, value
    union all select -1, facet, value, sum(errors), sum(printed), sum(bound) from valued group by facet, value
  ) as counted where true
  on conflict (fiscal_year, facet, value) do update set
    found = excluded.found, printed = excluded.printed, bound = excluded.bound;

-- What a search counts is read from this index alone.
drop index account_found;
create index account_found on account
  (place desc, department, region, division, fiscal_year, errors, warnings, classes, printed, bound);
