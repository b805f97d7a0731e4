-- Which months are sealed, and since when?
select month, since
from sealed
order by month
