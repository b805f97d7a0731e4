-- What was decided about zeros, and stands? The latest decision first: of two about one day it is the one that counts.
select
  toString(id) as id,
  any(decisions.channel) as channel,
  any(first_day) as `from`,
  any(last_day) as `to`,
  any(decisions.`is`) as `is`,
  formatDateTime(min(at), '%FT%TZ') as createdAt
from decisions
group by id
having not max(undone)
order by min(at) desc, id
