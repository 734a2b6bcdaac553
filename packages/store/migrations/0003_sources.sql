-- The published bytes themselves, by their hash: once, however many accounts they stand for. In parts, because an engine
-- may take no more than two megabytes in one row.
create table source (
  sha256 text primary key,
  size integer not null,
  parts integer not null
);

create table source_part (
  sha256 text not null references source (sha256),
  number integer not null,
  bytes blob not null,
  primary key (sha256, number)
);

alter table revision add column format text not null default 'text';
