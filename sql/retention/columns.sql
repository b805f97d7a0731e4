-- Which tables and columns are there really?
select table, groupArray(name) as columns
from system.columns
where database = {database:String}
  and table not like 'activity\_build\_%'
group by table
order by table
