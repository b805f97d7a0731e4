-- Was this very file taken in already, read the same way?
select toString(id) as id
from loads final
where state = 'committed'
  and sha256 = {sha256:String}
  and source = {source:String}
  and options = {options:String}
  and demonstration = {demonstration:Bool}
order by committed_at desc
limit 1
