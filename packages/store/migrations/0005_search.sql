-- When the newest revision came, which lists of what is new are ordered by; and the functional classes (类) that have an
-- amount, so that a search can be counted by them without its amounts.
alter table account add column recorded_at text not null default '';
alter table account add column classes text not null default '';
update account set recorded_at = coalesce(
  (select revision.recorded_at from revision where revision.account_id = account.id and revision.number = account.revision),
  updated_at);
update account set classes = coalesce(
  (select string_agg(functional, ',' order by functional) from (
    select distinct functional from amount where account_id = account.id and length(functional) = 3 and fen <> 0) as class),
  '');
create index account_recorded on account (recorded_at desc, id desc);
create index account_recorded_by_year on account (fiscal_year, recorded_at desc, id desc);
create index account_indexed on account (indexed);

-- How many accounts of the index have a token: what a search begins with is what fewest have.
create virtual table account_term using fts5vocab('account_index', 'row');

-- The text that searches look into, at the place where the index points to.
create table account_text (
  place integer primary key,
  words text not null
);
insert into account_text (place, words)
  select account.place, account_words.words from account_words join account on account.id = account_words.account_id
  where account.place is not null;
drop table account_words;

-- What a search looks at of each account that the index points to, side by side in the order of searches: most words that
-- are searched for are of departments' names, and what is counted is here too, so that neither text nor row need be read.
drop index account_place_order;
create index account_found on account (place desc, department, region, division, fiscal_year, errors, warnings, classes);

-- Counts over all years are kept as those of the year 0, and the most common values stand first.
insert into tally (fiscal_year, facet, value, accounts, errors, warnings)
  select 0, facet, value, sum(accounts), sum(errors), sum(warnings) from tally group by facet, value;
create index tally_most on tally (facet, fiscal_year, accounts desc, value);

-- Sums in 分, kept as accounts are written: of the nation (area ''), a province or a prefecture (the digits of its code).
-- `kind` is what `value` is: the whole, a region, a functional class (类), an economic class (类).
create table summed (
  fiscal_year integer not null,
  area text not null,
  concept text not null,
  fund text not null,
  kind text not null,
  value text not null,
  accounts bigint not null,
  fen bigint not null,
  primary key (area, concept, fund, kind, value, fiscal_year)
);
drop index amount_sums;
insert into summed (fiscal_year, area, concept, fund, kind, value, accounts, fen)
  select account.fiscal_year, place.area, amount.concept, amount.fund, kind.kind,
    case kind.kind when 'region' then account.region when 'functional' then amount.functional when 'economic' then amount.economic else '' end as value,
    count(distinct account.id), sum(amount.fen)
  from account
  join (select id, '' as area from account
    union all select id, substr(division, 1, 2) from account where division <> ''
    union all select id, substr(division, 1, 4) from account where division <> '' and substr(division, 3, 2) <> '00') as place on place.id = account.id
  join amount on amount.account_id = account.id and amount.concept in ('revenue', 'expenditure') and amount.nature = '' and amount.part = ''
  join (select 'whole' as kind union all select 'region' union all select 'functional' union all select 'economic') as kind on
    (kind.kind in ('whole', 'region') and amount.functional = '' and amount.economic = '')
    or (kind.kind = 'functional' and length(amount.functional) = 3 and amount.economic = '')
    or (kind.kind = 'economic' and length(amount.economic) = 3 and amount.functional = '')
  where account.indexed > 0
  group by account.fiscal_year, place.area, amount.concept, amount.fund, kind.kind, 6;
