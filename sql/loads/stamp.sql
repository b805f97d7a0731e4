-- Has the journal changed? Every change of a load's state is a row more.
select concat(toString(count()), ' ', toString(max(changed_at))) as stamp
from loads
