-- The rows that were not taken in, with the reason, so that a person can mend the file.
create table if not exists rejected_rows
(
  load UUID,
  line UInt64,
  `column` String,
  value String,
  reason String
)
engine = MergeTree
order by (load, line)
