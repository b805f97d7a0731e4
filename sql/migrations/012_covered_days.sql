-- The days that the loads of one snapshot vouch for, and which of them count; a rebuild asks for them again and again.
create table if not exists covered_days
(
  build UUID,
  source LowCardinality(String),
  scope String,
  channel LowCardinality(String),
  metric LowCardinality(String),
  precedence UInt8,
  day Date,
  days UInt16,
  loads Array(UUID) comment 'whose rows say what happened on the day',
  counts Bool comment 'whether its contacts are counted: no other counter of the same contacts goes before',
  at DateTime default now()
)
engine = MergeTree
order by (build, channel, day)
ttl at + interval 1 day
