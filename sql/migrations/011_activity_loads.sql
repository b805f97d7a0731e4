-- Remembers from which loads a day of a scope was counted, so that questions about raw rows (pages, outcomes) count the
-- same rows. Only the rows of count 0 that vouch for a day carry them; none where another counter counts the day.
alter table activity add column if not exists loads Array(UUID) after version
