-- Who did what in this period? The latest first.
select
  concat(formatDateTime(at, '%FT%T'), 'Z') as at,
  who,
  via,
  action,
  what
from audit
where toDate(audit.at) >= {from:Date}
  and toDate(audit.at) <= {to:Date}
order by audit.at desc, action, what
limit {limit:UInt32}
