-- The days that a load vouches for: on them a channel without rows had no contacts, rather than no data.
create table if not exists load_days
(
  load UUID,
  source LowCardinality(String),
  scope String comment 'the account, platform, site or register within the source',
  channel LowCardinality(String),
  metric LowCardinality(String),
  precedence UInt8 comment 'of sources that count the same contacts the highest counts; 0: added to the others',
  day Date,
  days UInt16 comment 'how many days from day on are vouched for as one: 1, or those of a month'
)
engine = MergeTree
order by (load, day)
