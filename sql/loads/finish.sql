-- Ends a load that was started: from now on it is visible (committed) or never will be (refused).
insert into loads
select
  * replace
  (
    {state:String} as state,
    {rows:UInt64} as rows,
    {rejected:UInt64} as rejected,
    {first:Nullable(Date)} as first_day,
    {last:Nullable(Date)} as last_day,
    {months:Array(UInt32)} as months,
    if({state:String} = 'committed', now64(6), null) as committed_at,
    now64(6) as changed_at
  )
from loads final
where id = {load:UUID}
  and loads.state = 'started'
  and loads.committed_at is null
