-- Writes down which days the loads of one snapshot vouch for, and whose contacts count.
insert into covered_days (build, source, scope, channel, metric, precedence, day, days, loads, counts)
with
  visible as
  (
    select month, load, identity, committed_at
    from snapshots
    where build = {build:UUID}
  ),
  -- Complete sources: for a source, scope and day the last committed load wins whole. Parts: every load counts.
  covered as
  (
    select
      source,
      scope,
      channel,
      metric,
      precedence,
      day,
      days,
      max(committed_at) as latest,
      if(any(identity) = 'complete', [argMax(load, (committed_at, load))], groupUniqArray(load)) as loads
    from load_days
    inner join visible on visible.load = load_days.load and visible.month = toYYYYMM(day)
    group by source, scope, channel, metric, precedence, day, days
  ),
  -- Two counters of the same contacts are not added: on each day the one of highest precedence counts, and of two
  -- counts of the whole channel the one that came last.
  ranked as
  (
    select
      *,
      max(precedence) over (partition by channel, day, days) as highest,
      argMax(source, (latest, source)) over (partition by channel, day, days, precedence) as newest
    from covered
  )
select
  {build:UUID},
  source,
  scope,
  channel,
  metric,
  precedence,
  day,
  days,
  loads,
  precedence = highest and (precedence < 255 or source = newest)
from ranked
