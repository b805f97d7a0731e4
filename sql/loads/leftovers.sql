-- Of which loads that never counted and never will are there rows left? Rejected rows of a refused one are for people.
with
  given_up as
  (
    select id
    from loads final
    where state = 'started'
      and committed_at is not null
  ),
  never as
  (
    select id
    from loads final
    where state = 'refused'
      or id in given_up
  )
select table, groupUniqArray(toString(load)) as loads
from
(
  select distinct 'clicks' as table, load from clicks where load in never
  union all
  select distinct 'contacts', load from contacts where load in never
  union all
  select distinct 'practices', load from practices where load in never
  union all
  select distinct 'load_days', load from load_days where load in never
  union all
  select distinct 'rejected_rows', load from rejected_rows where load in given_up
)
group by table
