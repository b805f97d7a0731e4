-- How many loads never counted and never will: those that were refused or, begun and not finished, given up?
select toUInt32(count()) as count
from loads final
where state = 'refused'
  or (state = 'started' and committed_at is not null)
