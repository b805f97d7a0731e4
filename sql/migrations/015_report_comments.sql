-- What the office adds to the report of a month in its own words. Nothing is changed or removed: the latest row counts,
-- and one without text takes the words back.
create table if not exists report_comments
(
  month String comment 'as 2020-04',
  id UUID,
  text String,
  author String,
  at DateTime64(6, 'UTC') default now64(6, 'UTC')
)
engine = MergeTree
order by (month, at)
