-- Of which channels do the sources tell the platform, device or means, and of which the topic, on any of these days?
select
  channel,
  toBool(uniqExact(platform) > 1) as has_ways,
  toBool(max(topic != '')) as has_subjects
from activity
where days = 1
  and day between {from:Date} and {to:Date}
  and count > 0
group by channel
