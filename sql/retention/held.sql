-- Which sealed months would be left with some of their loads, but without these?
with
  counting as
  (
    select id, month
    from loads final
    array join months as month
    where state = 'committed'
      and month in (select month from sealed)
  )
select distinct month
from counting
where month in (select month from counting where has({loads:Array(UUID)}, id))
  and not has({loads:Array(UUID)}, id)
order by month
