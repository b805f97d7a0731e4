-- Was this very file taken in already, and has nothing replaced any of it since?
with
  same as
  (
    select id, committed_at
    from loads final
    where state = 'committed'
      and sha256 = {sha256:String}
      and source = {source:String}
      and options = {options:String}
      and demonstration = {demonstration:Bool}
    order by committed_at desc
    limit 1
  ),
  replaced as
  (
    select mine.load as load
    from load_days as mine
    inner join load_days as theirs
      on theirs.source = mine.source and theirs.scope = mine.scope
      and theirs.channel = mine.channel and theirs.day = mine.day
    inner join
    (
      select id, committed_at
      from loads final
      where state = 'committed'
        and identity = 'complete'
        and committed_at > (select max(committed_at) from same)
    ) as later on later.id = theirs.load
    where mine.load in (select id from same)
  )
select id
from same
where id not in (select load from replaced)
