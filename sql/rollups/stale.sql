-- Which months are not built from the loads that are visible now?
with
  needed as
  (
    select
      month,
      cityHash64({format:UInt32}, arraySort(groupArray((id, assumeNotNull(committed_at))))) as version
    from loads final
    array join months as month
    where state = 'committed'
    group by month
  ),
  built as
  (
    select
      toYYYYMM(day) as month,
      any(version) as version
    from activity
    group by month
  )
select
  month,
  needed.version != 0 as visible
from needed
full outer join built using (month)
where needed.version != built.version
order by month
