-- The visible loads as one rebuild saw them; rebuilding reads nothing that changes under it.
create table if not exists snapshots
(
  build UUID,
  month UInt32,
  load UUID,
  identity Enum8('complete' = 1, 'part' = 2),
  committed_at DateTime64(6, 'UTC'),
  version UInt64,
  at DateTime default now()
)
engine = MergeTree
order by (build, month)
ttl at + interval 1 day
