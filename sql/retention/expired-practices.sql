-- How many rows of practices are past their time?
select count() as rows
from practices
where addMonths(toDate32(taken), {months:UInt16}) + 1 <= today()
