-- Have raw rows of this load expired?
select toString(id) as id
from loads final
where id = {load:UUID}
  and not demonstration
  and addMonths(toDate32(started_at, 'Europe/Rome'), {months:UInt16}) <= {today:Date}
