-- Practices sent to the town hall, as their loads brought them. Never a name, never a subject line.
create table if not exists practices
(
  load UUID,
  scope String,
  day Date,
  time Nullable(DateTime('Europe/Rome')),
  kind LowCardinality(String),
  topic LowCardinality(String),
  means LowCardinality(String) comment 'how it was sent: web, email, pec, desk',
  outcome LowCardinality(String),
  closed_on Nullable(Date),
  key UInt64 comment 'keyed hash of the practice number'
)
engine = MergeTree
partition by toYYYYMM(day)
order by (load, day)
