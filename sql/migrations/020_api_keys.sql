-- Keys for programs: a row when a key is made, one when it is revoked. A revoked one stays revoked.
create table if not exists api_keys
(
  id String comment 'in the open, names the key',
  hash String comment 'SHA-256 of its secret part',
  label String comment 'what it is for',
  role LowCardinality(String),
  expires_at DateTime64(3, 'UTC'),
  revoked Bool,
  at DateTime64(3, 'UTC') default now64(3, 'UTC')
)
engine = MergeTree
order by id
