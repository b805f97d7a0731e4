-- Which months does a build hold?
select distinct toYYYYMM(day) as month
from {staging:Identifier}
order by month
