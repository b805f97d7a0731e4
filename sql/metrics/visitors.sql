-- How many different visitors did the website have a day, on average? They cannot be added up over days.
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
  ),
  daily as
  (
    select day, uniqCombined64Merge(14)(visitors) as people
    from activity
    where days = 1
      and channel = 'web'
      and (channel, day) in (select channel, day from complete)
    group by day
  )
select
  multiIf
  (
    {granularity:String} = 'month', toStartOfMonth(day),
    {granularity:String} = 'week', toMonday(day),
    day
  ) as start,
  round(avg(people), 1) as visitors_a_day,
  count() as days
from daily
group by start
order by start
