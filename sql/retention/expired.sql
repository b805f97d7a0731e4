-- Which raw tables have rows that are past their time?
select distinct 'clicks' as name
from clicks
where addMonths(toDate32(taken), {clicks:UInt16}) + 1 <= today()
union all
select distinct 'contacts'
from contacts
where addMonths(toDate32(taken), {contacts:UInt16}) + 1 <= today()
union all
select distinct 'practices'
from practices
where addMonths(toDate32(taken), {practices:UInt16}) + 1 <= today()
union all
select distinct 'rejected_rows'
from rejected_rows
where addMonths(toDate32(taken), {rejected_rows:UInt16}) + 1 <= today()
