-- Who has set out to send the report of each month, the first one first? A claim without an end is live for ten minutes.
select
  month,
  toString(claim) as claim,
  toString(max(report_mails.step)) as step,
  argMax(report_mails.reason, report_mails.step) as reason,
  toBool(max(report_mails.step) = 'claimed' and min(report_mails.at) > now64(6, 'UTC') - interval 10 minute) as live,
  formatDateTime(max(report_mails.at), '%FT%TZ') as at
from report_mails
where {month:String} in ('', month)
group by month, claim
order by month, min(report_mails.at), claim
