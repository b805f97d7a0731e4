-- Which months are sealed, and since when?
create view if not exists sealed as
select
  month,
  toString(toDate(max(at), 'Europe/Rome')) as since
from sealed_months
group by month
having argMax(sealed, at)
