-- Which migrations were applied?
select name
from migrations final
order by name
