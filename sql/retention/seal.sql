-- Seals the months of loads whose raw rows are past their time, where they are not sealed yet. The journal tells it, not
-- the rows: the engine may have deleted them already.
insert into sealed_months (month, sealed)
select distinct month, true
from
(
  select
    arrayJoin(months) as month,
    toDate(started_at, 'Europe/Rome') as begun,
    multiIf
    (
      loads.source = 'weblog', {clicks:UInt16},
      loads.source = 'practices', {practices:UInt16},
      {contacts:UInt16}
    ) as kept
  from loads final
  where state = 'committed'
    and not demonstration
)
where addMonths(toDate32(begun), kept) <= {today:Date}
  and month not in (select month from sealed)
