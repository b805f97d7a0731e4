-- How many contacts did each channel have on each day that it has data for, and is the day complete?
-- Metrics that are no contacts (uncounted, as 'source:metric') are left out.
-- A day is complete when every source that the channel has had so far vouches for it, save those given up (the
-- ended_* lists), or when the whole channel was counted.
create view if not exists channel_days as
with
  scopes as
  (
    select
      channel,
      groupUniqArray((source, scope, first_day)) as begun
    from
    (
      select channel, source, scope, min(day) as first_day
      from activity
      where not whole
      group by channel, source, scope
    )
    group by channel
  ),
  days as
  (
    select
      channel,
      day,
      sumIf(count, not has({uncounted:Array(String)}, concat(source, ':', metric))) as total,
      max(whole) as is_whole,
      groupUniqArrayIf((source, scope), not whole) as present
    from activity
    where day between {from:Date} and {to:Date}
      and (empty({channels:Array(String)}) or has({channels:Array(String)}, channel))
    group by channel, day
  )
select
  days.channel as channel,
  days.day as day,
  total as count,
  is_whole or not arrayExists
  (
    s -> s.3 <= day
      and not has(present, (s.1, s.2))
      and not arrayExists
      (
        e -> e.1 = s.1 and e.2 = s.2 and e.3 < day,
        arrayZip({ended_sources:Array(String)}, {ended_scopes:Array(String)}, {ended_days:Array(Date)})
      ),
    begun
  ) as complete
from days
left join scopes on scopes.channel = days.channel
