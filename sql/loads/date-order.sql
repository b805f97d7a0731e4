-- Which order of day and month was a load told to read?
select JSONExtractString(options, 'dateOrder') as dateOrder
from loads final
where id = {load:UUID}
