-- How many contacts did a channel have on these days by month and platform (device, means), action (kind of practice) or
-- topic?
select
  toStartOfMonth(day) as month,
  multiIf({column:String} = 'topic', topic, {column:String} = 'action', action, platform) as value,
  sum(count) as contacts
from activity
where days = 1
  and channel = {channel:String}
  and day in {days:Array(Date)}
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by month, value
having contacts > 0
order by month, value
