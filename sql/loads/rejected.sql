-- Which rows of a load were not taken in, and why?
select line, `column`, value, reason
from rejected_rows
where load = {load:UUID}
order by line
