-- How many contacts of each topic did a channel have on each of these days? Without a topic: ''.
select
  day,
  topic,
  sum(count) as contacts
from activity
where days = 1
  and channel = {channel:String}
  and day in {days:Array(Date)}
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by day, topic
having contacts > 0
order by day, topic
