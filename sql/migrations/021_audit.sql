-- Who did what, and when. Rows are only ever added.
create table if not exists audit
(
  at DateTime64(3, 'UTC') default now64(3, 'UTC'),
  who String comment 'the account, the label of the key, or the user of the machine; empty: nobody known',
  via Enum8('page' = 1, 'key' = 2, 'command' = 3, 'server' = 4),
  action LowCardinality(String),
  what String comment 'the load, account or address it was about'
)
engine = MergeTree
order by at
