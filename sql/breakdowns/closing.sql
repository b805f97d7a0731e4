-- When were the practices that were sent on these days closed, of those that were counted? Null: no date by the day
-- `until`.
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
  kind,
  practices.day as sent,
  if(closed_on > {until:Date}, null, closed_on) as closed,
  count() as practices
from practices
inner join counted
  on counted.load = practices.load and counted.scope = practices.scope and counted.day = practices.day
group by kind, sent, closed
order by kind, sent, closed
