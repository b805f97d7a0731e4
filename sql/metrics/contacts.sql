-- How many contacts did each channel have in each day, week or month, on its days with complete data? Of a month whose
-- total is known beside some of its days, the larger figure is the more complete one; total_only says that it is the total.
with
  by_day as
  (
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
  ),
  known as
  (
    select start, channel, contacts, days, false as is_total
    from by_day
    union all
    select month, channel, count, month_days, true
    from channel_months
    (
      from = {from:Date}, to = {to:Date}, channels = {channels:Array(String)}, uncounted = {uncounted:Array(String)}
    )
    where {granularity:String} = 'month'
  )
select
  start,
  channel,
  max(known.contacts) as contacts,
  argMax(known.days, (known.contacts, not is_total)) as days,
  argMax(is_total, (known.contacts, not is_total)) as total_only
from known
group by start, channel
order by start, channel
