-- How many contacts did each channel have in each month of which a total is known, and how many days has the month?
-- Metrics that are no contacts (uncounted, as 'source:metric') play no part; only whole months between from and to.
create view if not exists channel_months as
select
  channel,
  day as month,
  any(activity.days) as month_days,
  sum(count) as count
from activity
where days > 1
  and day >= {from:Date}
  and day + days - 1 <= {to:Date}
  and (empty({channels:Array(String)}) or has({channels:Array(String)}, channel))
  and not has({uncounted:Array(String)}, concat(source, ':', metric))
group by channel, month
