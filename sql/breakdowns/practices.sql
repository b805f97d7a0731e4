-- How many practices were sent on these days by outcome, of those that were counted? What was closed after the day
-- `until` had none by then.
with counted as
  (
    select scope, day, arrayJoin(loads) as load
    from activity
    where days = 1
      and channel = 'practice'
      and day in {days:Array(Date)}
      and not has({uncounted:Array(String)}, concat(source, ':', metric))
  )
select
  if(closed_on > {until:Date}, '', outcome) as value,
  count() as contacts
from practices
inner join counted
  on counted.load = practices.load and counted.scope = practices.scope and counted.day = practices.day
where {topic:String} = '' or topic = {topic:String}
group by value
order by value
