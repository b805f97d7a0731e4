-- Who may sign in, and how does each account stand?
select
  name,
  role,
  password,
  must_change as mustChange,
  invitation,
  toUnixTimestamp64Milli(valid_until) as validUntil,
  epoch,
  disabled
from accounts final
where empty({name:String}) or name = {name:String}
order by name
