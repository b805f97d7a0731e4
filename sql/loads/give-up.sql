-- Gives up loads that were cut off: those whose process has died, and any that began a day ago and is not under way here.
-- A finish that is on its way cannot make them count any more: it bears an earlier time, or finds them given up.
insert into loads
select * replace (now64(6) as committed_at, now64(6) + interval 10 second as changed_at)
from loads final
where loads.state = 'started'
  and loads.committed_at is null
  and
  (
    id in {dead:Array(UUID)}
    or (started_at < now64(6) - interval 1 day and id not in {alive:Array(UUID)})
  )
