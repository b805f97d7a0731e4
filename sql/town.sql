-- From which day to which are there data, and are any of them the invented ones?
select
  (select if(count() = 0, null, toString(min(day))) from activity) as firstDay,
  (select if(count() = 0, null, toString(max(day + days - 1))) from activity) as lastDay,
  (select toBool(count() > 0) from loads final where state = 'committed' and loads.demonstration) as demonstration
