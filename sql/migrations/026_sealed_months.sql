-- Months of which raw rows have expired: their activity stays as it is and is never built again. The last row of a month
-- counts; a month in which nothing counts any more is set free.
create table if not exists sealed_months
(
  month UInt32 comment 'as 202003',
  sealed Bool,
  at DateTime64(6, 'UTC') default now64(6, 'UTC')
)
engine = MergeTree
order by (month, at)
