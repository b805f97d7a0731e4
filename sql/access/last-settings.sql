-- Which settings were last seen?
select what
from audit
where action = 'settings'
order by at desc
limit 1
