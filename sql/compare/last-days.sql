-- Up to which day do the sources of each channel reach, as it was known on the day `until`? A channel that ends before
-- its source has days missing.
select
  channel,
  max(last_day) as last_day
from
(
  select distinct channel, source
  from activity
  where days = 1
    and day <= {until:Date}
) as fed
inner join
(
  select source, max(day) as last_day
  from activity
  where days = 1
    and day <= {until:Date}
  group by source
) as sources using (source)
group by channel
order by channel
