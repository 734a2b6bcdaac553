-- Who published: the administrative division (GB/T 2260), its level, the kind of department (机构: the name without the
-- place), and what ratios are taken over. `place` orders accounts for searches: the year, then the moment they were
-- first recorded, in one number that the index below is keyed by.
alter table account add column division text not null default '';
alter table account add column level text not null default '';
alter table account add column office text not null default '';
alter table account add column staff bigint;
alter table account add column spending bigint;
alter table account add column place bigint;
alter table account add column indexed integer not null default 0;

-- Which version of the reader read it: an import that was stopped goes on where this says it has been.
alter table revision add column reader text not null default '';

create unique index account_place_order on account (place desc);
create index account_peers on account (office, fiscal_year, level, division);
create index account_by_department on account (department, fiscal_year);
create index revision_by_hash on revision (sha256);

create table account_place (
  number integer primary key autoincrement,
  account_id text not null unique
);

-- What accounts are found by: tokens that are ours (characters, pairs of neighbours, codes), kept in each engine's own
-- inverted index, which needs a byte or two where a row would need fifty. The tokens decide the answer, so it is the
-- same everywhere.
create virtual table account_index using fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
-- only postgresql: create table account_index (place bigint primary key, tokens tsvector not null);
-- only postgresql: create index account_index_tokens on account_index using gin (tokens);
drop table account_token;

-- How many accounts there are, counted as they are written: a list of all must not count them each time.
create table tally (
  fiscal_year integer not null,
  facet text not null,
  value text not null,
  accounts bigint not null,
  errors bigint not null,
  warnings bigint not null,
  primary key (fiscal_year, facet, value)
);

-- Sums are over whole quantities, or one level of one classification.
drop index amount_by_key;
create index amount_sums on amount (concept, fund, functional, economic, account_id, fen) where nature = '' and part = '';

-- Names that a department had before (部门更名).
create table former_name (
  department text not null,
  former text not null,
  primary key (department, former)
);
