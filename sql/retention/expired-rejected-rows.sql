-- How many rows of rejected_rows are past their time?
select count() as rows
from rejected_rows
where addMonths(toDate32(taken), {months:UInt16}) + 1 <= today()
