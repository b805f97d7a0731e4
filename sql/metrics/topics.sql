-- What were the contacts of each channel about?
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
  multiIf
  (
    {granularity:String} = 'month', toStartOfMonth(day),
    {granularity:String} = 'week', toMonday(day),
    day
  ) as start,
  channel,
  topic,
  sum(count) as contacts
from activity
where days = 1
  and (channel, day) in (select channel, day from complete)
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
  and topic != ''
group by start, channel, topic
having contacts > 0
order by start, channel, contacts desc, topic
