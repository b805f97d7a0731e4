-- Which files were taken in, and how do they stand? The newest first.
select
  toString(id) as id,
  source,
  file,
  sha256,
  state,
  rows,
  rejected,
  first_day as firstDay,
  last_day as lastDay,
  demonstration,
  formatDateTime(started_at, '%FT%TZ') as startedAt,
  if(committed_at is null or state = 'started', null, formatDateTime(committed_at, '%FT%TZ')) as committedAt,
  formatDateTime(changed_at, '%FT%TZ') as changedAt
from loads final
order by loads.started_at desc, id
