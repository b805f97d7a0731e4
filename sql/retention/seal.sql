-- Seals the months of which raw rows of loads that count have expired, where they are not sealed yet.
insert into sealed_months (month, sealed)
with
  counting as
  (
    select id
    from loads final
    where state = 'committed'
  )
select distinct month, true
from
(
  select toYYYYMM(day) as month, load
  from clicks
  where addMonths(taken, {clicks:UInt16}) <= {today:Date}
  union distinct
  select toYYYYMM(day), load
  from contacts
  where addMonths(taken, {contacts:UInt16}) <= {today:Date}
  union distinct
  select toYYYYMM(day), load
  from practices
  where addMonths(taken, {practices:UInt16}) <= {today:Date}
)
where load in (select id from counting)
  and month not in (select month from sealed)
