-- One department's one fiscal year, with what lists and filters need of its latest revision.
create table account (
  id text primary key,
  department text not null,
  fiscal_year integer not null,
  region text not null,
  profile text not null,
  kind text not null,
  unit text not null,
  revision integer not null,
  sha256 text not null,
  printed integer not null,
  bound integer not null,
  unbound integer not null,
  errors integer not null,
  warnings integer not null,
  updated_at text not null
);

-- The order of the list, so that a page costs the same wherever it starts.
create index account_order on account (fiscal_year desc, department, id);

-- One published document, by the hash of its bytes. What was read from it is derived, and is replaced when a newer
-- reader reads it otherwise; the bytes that it stands for never change.
create table revision (
  account_id text not null references account (id),
  number integer not null,
  sha256 text not null,
  file text not null,
  recorded_at text not null,
  reading_hash text not null,
  report text not null,
  document text not null,
  disclosure text not null,
  accounts text,
  primary key (account_id, number),
  unique (account_id, sha256)
);

create table finding (
  account_id text not null,
  revision integer not null,
  position integer not null,
  relation text not null,
  severity text not null,
  body text not null,
  primary key (account_id, revision, position),
  foreign key (account_id, revision) references revision (account_id, number)
);

create index finding_by_relation on finding (relation, severity);
