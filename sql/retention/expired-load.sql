-- Have raw rows of this load expired?
select 1 as isExpired
from loads final
where id = {load:UUID}
  and not demonstration
  and addMonths(toDate32(started_at, 'Europe/Rome'), {months:UInt16}) <= {today:Date}
