-- Which loads never counted and never will: those that were refused or, begun and not finished, given up?
select toString(id) as id, state
from loads final
where state = 'refused'
  or (state = 'started' and committed_at is not null)
