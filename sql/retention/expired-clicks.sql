-- How many rows of clicks are past their time?
select count() as rows
from clicks
where addMonths(toDate32(taken), {months:UInt16}) + 1 <= today()
