-- Has a later load replaced any of this one?
select 1 as isReplaced
from load_days as mine
inner join load_days as theirs
  on theirs.source = mine.source and theirs.scope = mine.scope
  and theirs.channel = mine.channel and theirs.day = mine.day
inner join
(
  select id
  from loads final
  where state = 'committed'
    and identity = 'complete'
    and committed_at > (select max(committed_at) from loads final where id = {load:UUID})
) as later on later.id = theirs.load
where mine.load = {load:UUID}
limit 1
