-- Which words has the office added to the report of each month, last of all? None where it took them back.
select
  month,
  argMax(report_comments.text, (report_comments.at, id)) as text,
  argMax(report_comments.author, (report_comments.at, id)) as author,
  formatDateTime(max(report_comments.at), '%FT%TZ') as at
from report_comments
where {month:String} in ('', month)
group by month
having text != ''
order by month
