-- Which topics have the contacts of each channel?
select
  channel,
  groupUniqArray(topic) as topics
from activity
where days = 1
  and topic != ''
  and count > 0
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by channel
order by channel
