-- Has the journal changed, or a decision about its days? Every change is a row more.
select
  concat
  (
    toString((select count() from decisions)),
    ' ',
    toString(count()),
    ' ',
    toString(max(changed_at))
  ) as stamp
from loads
