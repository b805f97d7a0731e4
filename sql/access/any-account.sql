-- Was any account ever made?
select count() > 0 as isAny
from accounts
