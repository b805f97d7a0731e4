-- How are the raw tables told to forget now?
select name, engine_full as engine
from system.tables
where database = {database:String}
  and name in ('clicks', 'contacts', 'practices', 'rejected_rows')
