-- Takes back the loads of the same file that stand beside this one.
insert into loads
select * replace ('revoked' as state, now64(6) as changed_at)
from loads final
where id != {load:UUID}
  and loads.sha256 = {sha256:String}
  and loads.source = {source:String}
  and loads.state = 'committed'
