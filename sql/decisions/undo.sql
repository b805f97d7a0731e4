-- Undoes a decision, if it stands: its row stays.
insert into decisions (id, channel, first_day, last_day, `is`, undone)
select id, any(channel), any(first_day), any(last_day), any(decisions.`is`), true
from decisions
where id = {id:UUID}
group by id
having not max(undone)
