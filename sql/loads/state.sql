-- How does a load stand?
select state
from loads final
where id = {load:UUID}
