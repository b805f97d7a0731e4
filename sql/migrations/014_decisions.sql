-- What a person decided about zeros that looked like a failed counter. Nothing is changed or removed: to undo one is one more
-- row of the same id.
create table if not exists decisions
(
  id UUID,
  channel LowCardinality(String),
  first_day Date,
  last_day Date,
  `is` Enum8('fault' = 1, 'zero' = 2) comment 'fault: the zeros are no data; zero: nobody came',
  undone Bool,
  at DateTime64(3, 'UTC') default now64(3, 'UTC')
)
engine = MergeTree
order by (channel, first_day, id)
