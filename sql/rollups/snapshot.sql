-- Writes down which loads are visible in these months, and the version they make. A sealed month that has
-- been built is left as it is: its rows may have been deleted since somebody said that it is to be built.
insert into snapshots (build, month, load, identity, committed_at, version)
with visible as
  (
    select
      month,
      id,
      identity,
      assumeNotNull(committed_at) as committed
    from loads final
    array join months as month
    where state = 'committed'
      and has({months:Array(UInt32)}, month)
      and month not in (select month from sealed where month in (select toYYYYMM(day) from activity))
  )
select
  {build:UUID},
  month,
  entry.1,
  entry.2,
  entry.3,
  version
from
(
  select
    month,
    groupArray((id, identity, committed)) as entries,
    cityHash64({format:UInt32}, arraySort(groupArray((id, committed)))) as version
  from visible
  group by month
)
array join entries as entry
