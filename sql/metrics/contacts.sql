-- How many contacts did each channel have in each day, week or month, on its days with complete data?
select
  multiIf
  (
    {granularity:String} = 'month', toStartOfMonth(day),
    {granularity:String} = 'week', toMonday(day),
    day
  ) as start,
  channel,
  sum(count) as contacts,
  count() as days
from channel_days
(
  from = {from:Date}, to = {to:Date}, channels = {channels:Array(String)}, uncounted = {uncounted:Array(String)},
  ended_sources = {ended_sources:Array(String)}, ended_scopes = {ended_scopes:Array(String)},
  ended_days = {ended_days:Array(Date)}
)
where complete
group by start, channel
order by start, channel
