-- Who is signed in: a row when a session is opened, one now and then while it is used, one when it is closed. A closed one
-- stays closed, whatever is written later.
create table if not exists sessions
(
  id String comment 'SHA-256 of what the cookie holds',
  account String,
  provider Enum8('local' = 1, 'oidc' = 2),
  role LowCardinality(String) comment 'as the provider said; of a local account its own counts',
  epoch String comment 'that of the account when the session was opened',
  closed Bool,
  at DateTime64(3, 'UTC')
)
engine = MergeTree
order by id
ttl toDateTime(at) + interval 7 day
