-- Which state of the data is this? The number changes whenever a load changes what is visible.
select
  toString(cityHash64(arraySort(groupArray((month, version))))) as dataVersion,
  version() as engine
from
(
  select toYYYYMM(day) as month, any(activity.version) as version
  from activity
  group by month
)
