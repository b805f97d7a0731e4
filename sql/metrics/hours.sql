-- On which weekday and at which hour did the contacts of each channel come? Weekday 1 is Monday.
with complete as
  (
    select channel, day
    from
    channel_days
    (
      from = {from:Date}, to = {to:Date}, channels = {channels:Array(String)}, uncounted = {uncounted:Array(String)},
      ended_sources = {ended_sources:Array(String)}, ended_scopes = {ended_scopes:Array(String)},
      ended_days = {ended_days:Array(Date)}
    )
    where complete
  )
select
  channel,
  toDayOfWeek(day) as weekday,
  assumeNotNull(hour) as hour_of_day,
  sum(count) as contacts
from activity
where days = 1
  and (channel, day) in (select channel, day from complete)
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
  and hour is not null
group by channel, weekday, hour_of_day
order by channel, weekday, hour_of_day
