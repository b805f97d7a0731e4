-- Which kinds of practice has each topic on these days?
select
  topic,
  groupUniqArray(action) as kinds
from activity
where days = 1
  and channel = {channel:String}
  and day in {days:Array(Date)}
  and count > 0
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by topic
order by topic
