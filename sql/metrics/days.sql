-- How many contacts did each channel have on each day, which counter says so, and is the day complete?
select channel, day, count, counter, complete
from channel_days
(
  from = {from:Date}, to = {to:Date}, channels = {channels:Array(String)}, uncounted = {uncounted:Array(String)},
  ended_sources = {ended_sources:Array(String)}, ended_scopes = {ended_scopes:Array(String)},
  ended_days = {ended_days:Array(Date)}
)
order by channel, day
