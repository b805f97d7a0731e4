-- The journal: one row a change of a load's state; the last one counts. Only committed loads are visible.
create table if not exists loads
(
  id UUID,
  source LowCardinality(String),
  identity Enum8('complete' = 1, 'part' = 2) comment 'complete: replaces its scope and days; part: joins by key',
  file String,
  sha256 String,
  options String comment 'what else decided how the file was read, as JSON',
  demonstration Bool,
  state Enum8('started' = 1, 'committed' = 2, 'revoked' = 3, 'refused' = 4),
  rows UInt64,
  rejected UInt64,
  first_day Nullable(Date),
  last_day Nullable(Date),
  months Array(UInt32) comment 'months touched, as 202003',
  started_at DateTime64(6, 'UTC'),
  committed_at Nullable(DateTime64(6, 'UTC')) comment 'decides which of two loads is the later one',
  changed_at DateTime64(6, 'UTC')
)
engine = ReplacingMergeTree(changed_at)
order by id
