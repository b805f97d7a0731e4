-- Which build wrote the rows of a month. Two builds that put the same month in place at the same moment can both leave
-- their rows there (each removes only those that it found): such a month is built again.
alter table activity add column if not exists build UUID
