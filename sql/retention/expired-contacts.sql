-- How many rows of contacts are past their time?
select count() as rows
from contacts
where addMonths(toDate32(taken), {months:UInt16}) + 1 <= today()
