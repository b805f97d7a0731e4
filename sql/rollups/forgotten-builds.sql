-- Which builds were left behind by a process that ended in the middle?
select name
from system.tables
where database = {database:String}
  and name like 'activity\_build\_%'
  and metadata_modification_time < now() - interval 1 hour
