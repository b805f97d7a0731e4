-- How many contacts did each channel have on each day that it has data for, who counted, and is the day complete?
-- Metrics that are no contacts (uncounted, as 'source:metric') play no part. A day is complete when every scope with
-- the precedence of the day's counter that has begun so far vouches for it, save those given up (the ended_* lists),
-- or when the whole channel was counted (precedence 255).
create view if not exists channel_days as
with
  scopes as
  (
    select
      channel,
      groupUniqArray((source, scope, metric, precedence, first_day)) as begun
    from
    (
      select channel, source, scope, metric, precedence, min(day) as first_day
      from activity
      where days = 1
        and not has({uncounted:Array(String)}, concat(source, ':', metric))
      group by channel, source, scope, metric, precedence
    )
    group by channel
  ),
  days as
  (
    select
      channel,
      day,
      sum(count) as total,
      max(precedence) as counter,
      groupUniqArray((source, scope, metric, precedence)) as present
    from activity
    where days = 1
      and day between {from:Date} and {to:Date}
      and (empty({channels:Array(String)}) or has({channels:Array(String)}, channel))
      and not has({uncounted:Array(String)}, concat(source, ':', metric))
    group by channel, day
  )
select
  days.channel as channel,
  days.day as day,
  total as count,
  counter,
  toBool(counter = 255 or not arrayExists
  (
    s -> s.4 = counter
      and s.5 <= day
      and not has(present, (s.1, s.2, s.3, s.4))
      and not arrayExists
      (
        e -> e.1 = s.1 and e.2 = s.2 and e.3 < day,
        arrayZip({ended_sources:Array(String)}, {ended_scopes:Array(String)}, {ended_days:Array(Date)})
      ),
    begun
  )) as complete
from days
left join scopes on scopes.channel = days.channel
