-- Makes a revoked load count again, in its old place among the others.
insert into loads
select * replace ('committed' as state, now64(6) as changed_at)
from loads final
where id = {load:UUID}
  and loads.state = 'revoked'
