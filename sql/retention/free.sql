-- Sets a month free in which nothing counts any more.
insert into sealed_months (month, sealed)
select month, false
from sealed
where month = {month:UInt32}
