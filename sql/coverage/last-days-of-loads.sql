-- Up to which days did the visible loads of each channel reach, one after the other?
with reached as
  (
    select channel, load, max(day) as last_day
    from load_days
    where days = 1
      and load in (select id from loads final where state = 'committed')
    group by channel, load
  )
select
  channel,
  arraySort(groupUniqArray(last_day)) as days
from reached
where has({channels:Array(String)}, channel)
group by channel
order by channel
