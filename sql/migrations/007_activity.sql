-- What the dashboard reads: contacts a day and hour, and a row of count 0 for every day a source vouches for,
-- so that a day without any row is a day without data. Each month is rebuilt whole and replaced at once.
create table if not exists activity
(
  day Date,
  days UInt16 comment '1; those of a month of which only the total is known, on its first day',
  hour Nullable(UInt8) comment 'null where only the day is known',
  channel LowCardinality(String),
  source LowCardinality(String),
  scope String,
  precedence UInt8,
  metric LowCardinality(String),
  platform LowCardinality(String),
  action LowCardinality(String),
  topic LowCardinality(String),
  count UInt64,
  visitors AggregateFunction(uniqCombined64(14), UInt64),
  version UInt64 comment 'hash of the loads this month was built from'
)
engine = MergeTree
partition by toYYYYMM(day)
order by (channel, day)
