-- Reports as they were given away. Nothing is changed or removed: the latest row of a month counts; with frozen false the
-- report follows the data again.
create table if not exists report_versions
(
  month String comment 'as 2020-04',
  id UUID,
  frozen Bool,
  json String comment 'what was served, byte by byte; empty unless frozen',
  html String,
  pdf String comment 'in base64',
  json_sha256 String comment 'of the bytes served, in hexadecimal',
  html_sha256 String,
  pdf_sha256 String,
  at DateTime64(6, 'UTC') default now64(6, 'UTC')
)
engine = MergeTree
order by (month, at)
