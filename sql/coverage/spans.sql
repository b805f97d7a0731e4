-- From which day to which does each source vouch for days at all?
select
  channel,
  source,
  scope,
  min(day) as firstDay,
  max(day) as lastDay
from activity
where days = 1
  and has({channels:Array(String)}, channel)
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by channel, source, scope
order by channel, source, scope
