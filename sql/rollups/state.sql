-- Which state of the data is this, and which months are not built from the loads that are visible now?
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
      -- Rows of two builds that met are the state of no loads; no hash of any is 1.
      if(min(build) = max(build), any(version), 1) as version
    from activity
    group by month
  ),
  decided as
  (
    select id
    from decisions
    group by id
    having not max(undone)
  )
select
  toString
  (
    cityHash64
    (
      arraySort(groupArray((month, built.version))),
      (select arraySort(groupArray(id)) from decided)
    )
  ) as dataVersion,
  version() as engine,
  arraySort
  (
    groupArrayIf
    (
      month,
      needed.version != built.version
        and needed.version != 0
        and (built.version = 0 or month not in (select month from sealed))
    )
  ) as outdated,
  arraySort(groupArrayIf(month, needed.version != built.version and needed.version = 0)) as gone
from needed
full outer join built using (month)
