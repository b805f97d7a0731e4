-- How many contacts did a channel have on each of these days by platform (device, means), action (kind of practice) or topic?
-- Where the source does not say: ''.
select
  day,
  multiIf({column:String} = 'topic', topic, {column:String} = 'action', action, platform) as value,
  sum(count) as contacts
from activity
where days = 1
  and channel = {channel:String}
  and day in {days:Array(Date)}
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by day, value
having contacts > 0
order by day, value
