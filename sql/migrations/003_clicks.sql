-- Clicks on the website, as their loads brought them. Never an address, never a user agent.
create table if not exists clicks
(
  load UUID,
  scope String,
  time DateTime('Europe/Rome'),
  day Date,
  action LowCardinality(String),
  path String,
  referrer LowCardinality(String) comment 'domain only',
  device LowCardinality(String),
  visitor UInt64 comment 'hash under a key of the day: two days cannot be joined',
  key UInt64 comment 'hash of the line and of how many equal lines came before it in its file'
)
engine = MergeTree
partition by toYYYYMM(day)
order by (load, day)
