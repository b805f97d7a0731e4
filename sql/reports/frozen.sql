-- What was frozen of the report of a month, in one form? No row while it follows the data.
select
  multiIf
  (
    {form:String} = 'json', json,
    {form:String} = 'html', html,
    pdf
  ) as content
from report_versions
where month = {month:String}
  and frozen
  and (report_versions.at, id) = (select max((at, id)) from report_versions where month = {month:String})
