-- What an account can be found by: single characters and pairs of neighbours of its names and headings, so that words of
-- one and two Chinese characters are found too. Plain rows, because every engine's own index splits Chinese differently.
create table account_token (
  token text not null,
  account_id text not null references account (id),
  primary key (token, account_id)
);

create index account_token_by_account on account_token (account_id);

-- The same words as one text, for queries longer than a pair.
create table account_words (
  account_id text primary key references account (id),
  words text not null
);

-- The year's amounts in 分 (0.01 yuan), for sums and comparisons: whole numbers add up exactly on every engine.
create table amount (
  account_id text not null references account (id),
  key text not null,
  concept text not null,
  fund text not null,
  functional text not null,
  economic text not null,
  nature text not null,
  part text not null,
  fen bigint not null,
  primary key (account_id, key)
);

create index amount_by_key on amount (key, fen);
