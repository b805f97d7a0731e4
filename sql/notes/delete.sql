-- Deletes a note, if it stands: its row stays.
insert into notes (id, first_day, last_day, channel, text, author, deleted)
select id, any(first_day), any(last_day), any(channel), any(text), any(author), true
from notes
where id = {id:UUID}
group by id
having not max(deleted)
