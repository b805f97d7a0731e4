-- At which hour did the contacts of a channel come on each of these days, by source? Null where only the day is known; a
-- source that vouches for a day has a row even when nobody came.
select
  day,
  source,
  hour,
  sumIf(count, {topic:String} = '' or topic = {topic:String}) as contacts
from activity
where days = 1
  and channel = {channel:String}
  and day in {days:Array(Date)}
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by day, source, hour
order by day, source, hour
