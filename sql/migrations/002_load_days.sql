-- The days that a load vouches for: on them a channel without rows had no contacts, rather than no data.
create table if not exists load_days
(
  load UUID,
  source LowCardinality(String),
  scope String comment 'the account, platform, site or register within the source',
  channel LowCardinality(String),
  whole Bool comment 'the count is of the whole channel, not of one of its sources',
  day Date
)
engine = MergeTree
order by (load, day)
