-- Which keys are there, and how does each stand?
select
  id,
  any(hash) as hash,
  any(label) as label,
  any(role) as role,
  toUnixTimestamp64Milli(any(expires_at)) as expiresAt,
  max(revoked) as revoked
from api_keys
where empty({id:String}) or id = {id:String}
group by id
order by min(at), id
