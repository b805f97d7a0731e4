-- How many clicks did the site have on these days by page or by domain that led to it, of those that were counted?
with counted as
  (
    select source, scope, day, arrayJoin(loads) as load
    from activity
    where days = 1
      and channel = 'web'
      and day in {days:Array(Date)}
      and not has({uncounted:Array(String)}, concat(source, ':', metric))
  )
select
  if({column:String} = 'path', path, referrer) as value,
  uniqExact(source, clicks.scope, key) as contacts
from clicks
inner join counted on counted.load = clicks.load and counted.scope = clicks.scope and counted.day = clicks.day
group by value
order by value
