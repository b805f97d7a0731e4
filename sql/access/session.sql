-- Whose session is this, since when, and when was it last used?
select
  any(account) as account,
  any(provider) as provider,
  any(role) as role,
  any(epoch) as epoch,
  toUnixTimestamp64Milli(min(at)) as openedAt,
  toUnixTimestamp64Milli(max(at)) as seenAt
from sessions
where id = {id:String}
group by id
having not max(closed)
