-- Which days in a period does each source vouch for, and from which loads were they counted? No load: another counter counts
-- the day.
select
  channel,
  source,
  scope,
  day,
  arraySort(arrayMap(load -> toString(load), groupUniqArrayArray(activity.loads))) as loads
from activity
where days = 1
  and day between {from:Date} and {to:Date}
  and has({channels:Array(String)}, channel)
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by channel, source, scope, day
order by channel, source, scope, day
