-- How does the report of each month stand: following the data, or frozen, since when, with which checksums? Versions are
-- counted from 1.
select
  month,
  count() as version,
  argMax(report_versions.frozen, (report_versions.at, id)) as frozen,
  argMax(json_sha256, (report_versions.at, id)) as json,
  argMax(html_sha256, (report_versions.at, id)) as html,
  argMax(pdf_sha256, (report_versions.at, id)) as pdf,
  formatDateTime(max(report_versions.at), '%FT%TZ') as at
from report_versions
group by month
order by month
