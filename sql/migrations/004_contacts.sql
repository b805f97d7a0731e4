-- Contacts by social network, chat, e-mail, phone, desk or any other channel, as their loads brought them.
create table if not exists contacts
(
  load UUID,
  scope String,
  channel LowCardinality(String),
  day Date,
  days UInt16 comment 'how many days the count covers, from day on: 1, or those of a month',
  time Nullable(DateTime('Europe/Rome')),
  metric LowCardinality(String) comment 'what was counted: conversations, messages, comments',
  platform LowCardinality(String),
  topic LowCardinality(String),
  count UInt32,
  key UInt64 comment 'keyed hash: of the rows with one key one counts; 0: the row counts by itself'
)
engine = MergeTree
partition by toYYYYMM(day)
order by (load, day)
