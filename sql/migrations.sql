-- Remembers which migrations were applied.
create table if not exists migrations
(
  name String,
  applied_at DateTime default now()
)
engine = ReplacingMergeTree
order by name
