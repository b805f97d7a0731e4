-- Of which of these loads are there rows left? Rejected rows of a refused one are for people.
select table, groupUniqArray(toString(load)) as loads
from
(
  select distinct 'clicks' as table, load from clicks where load in {uncounted:Array(UUID)}
  union all
  select distinct 'contacts', load from contacts where load in {uncounted:Array(UUID)}
  union all
  select distinct 'practices', load from practices where load in {uncounted:Array(UUID)}
  union all
  select distinct 'load_days', load from load_days where load in {uncounted:Array(UUID)}
  union all
  select distinct 'rejected_rows', load from rejected_rows where load in {givenUp:Array(UUID)}
)
group by table
