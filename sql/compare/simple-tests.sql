-- Do two simple tests see a difference between the days before and during? For comparison only.
with samples as
  (
    select
      sample.1 as channel,
      sample.2 as contacts,
      sample.3 as is_during
    from
    (
      select arrayJoin
      (
        arrayZip({channels:Array(String)}, {counts:Array(Float64)}, {during:Array(UInt8)})
      ) as sample
    )
  )
select
  channel,
  [welch.1, welch.2, welch.3, welch.4] as welch_numbers,
  [mann_whitney.1, mann_whitney.2] as mann_whitney_numbers
from
(
  select
    channel,
    welchTTest(0.95)(contacts, is_during) as welch,
    mannWhitneyUTest('two-sided', 1)(contacts, is_during) as mann_whitney
  from samples
  -- welchTTest throws when both samples are constant, and has no answer for a sample of one.
  where channel in
  (
    select channel
    from samples
    group by channel
    having countIf(is_during = 1) > 1
      and countIf(is_during = 0) > 1
      and (varSampIf(contacts, is_during = 1) > 0 or varSampIf(contacts, is_during = 0) > 0)
  )
  group by channel
)
order by channel
