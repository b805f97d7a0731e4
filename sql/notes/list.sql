-- Which notes stand on these days, about these channels or about all? The earliest day first.
select
  toString(id) as id,
  any(first_day) as `from`,
  any(last_day) as `to`,
  any(notes.text) as text,
  any(notes.author) as author,
  nullIf(any(notes.channel), '') as channel,
  formatDateTime(min(at), '%FT%TZ') as createdAt
from notes
group by id
having not max(deleted)
  and `from` <= {to:Date}
  and `to` >= {from:Date}
  and (channel is null or has({channels:Array(String)}, channel))
order by `from`, `to`, min(at), id
