-- What staff note about a day or some days. Nothing is changed or removed: a deletion is one more row of the same id.
create table if not exists notes
(
  id UUID,
  first_day Date,
  last_day Date,
  channel LowCardinality(String) comment 'empty: about all channels',
  text String,
  author String,
  deleted Bool,
  at DateTime64(3, 'UTC') default now64(3, 'UTC')
)
engine = MergeTree
order by (first_day, id)
