-- Whose invitation is this?
select name
from accounts final
where invitation = {invitation:String}
  and notEmpty(invitation)
