-- Takes back a committed load: what it had replaced is visible again.
insert into loads
select * replace ('revoked' as state, now64(6) as changed_at)
from loads final
where id = {load:UUID}
  and loads.state = 'committed'
