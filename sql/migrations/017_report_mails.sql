-- Who set out to send the report of a month, and what came of it: a row a step, a claim a try. How two of them never send
-- the same report: docs/decisions, "one mail a month".
create table if not exists report_mails
(
  month String comment 'as 2020-04',
  claim UUID,
  step Enum8('claimed' = 1, 'withdrawn' = 2, 'failed' = 3, 'sent' = 4) comment 'each claim ends in one of the last three',
  reason String comment 'in words, without addresses',
  at DateTime64(6, 'UTC') default now64(6, 'UTC')
)
engine = MergeTree
order by (month, at)
