-- Which days does each source vouch for?
select
  channel,
  source,
  scope,
  day,
  sum(count) as contacts
from activity
where days = 1
  and day between {from:Date} and {to:Date}
  and (empty({channels:Array(String)}) or has({channels:Array(String)}, channel))
group by channel, source, scope, day
order by channel, source, scope, day
