-- Builds the activity of the months in one snapshot from their visible raw rows.
insert into {staging:Identifier}
with
  visible as
  (
    select month, load, identity, committed_at, version
    from snapshots
    where build = {build:UUID}
  ),
  versions as
  (
    select distinct month, version
    from visible
  ),
  -- Complete sources: for a source, scope and day the last committed load wins whole. Parts: every load counts.
  covered as
  (
    select
      source,
      scope,
      channel,
      whole,
      day,
      if(any(identity) = 'complete', [argMax(load, (committed_at, load))], groupUniqArray(load)) as winners
    from load_days
    inner join visible on visible.load = load_days.load and visible.month = toYYYYMM(day)
    group by source, scope, channel, whole, day
  ),
  -- A count of the whole channel stands for all the channel's other sources on that day.
  counted as
  (
    select source, scope, channel, whole, day, arrayJoin(winners) as load
    from covered
    where whole or (channel, day) not in (select channel, day from covered where whole)
  ),
  facts as
  (
    select
      day, null::Nullable(UInt8) as hour, channel, source, scope, whole,
      '' as metric, '' as platform, '' as action, '' as topic, 0::UInt64 as count,
      uniqCombined64StateIf(14)(0::UInt64, 0) as visitors
    from covered
    group by all
    union all
    select
      contacts.day, toHour(time) as hour, contacts.channel, source, contacts.scope, whole,
      metric, platform, '', topic, sum(count), uniqCombined64StateIf(14)(0::UInt64, 0)
    from contacts
    inner join counted
      on counted.load = contacts.load and counted.scope = contacts.scope
      and counted.channel = contacts.channel and counted.day = contacts.day
    where toYYYYMM(contacts.day) in (select month from versions)
    group by all
    union all
    select
      practices.day, toHour(time) as hour, counted.channel, source, practices.scope, whole,
      'practices', means, kind, topic, count(), uniqCombined64StateIf(14)(0::UInt64, 0)
    from practices
    inner join counted
      on counted.load = practices.load and counted.scope = practices.scope
      and counted.day = practices.day
    where counted.channel = 'practice'
      and toYYYYMM(practices.day) in (select month from versions)
    group by all
    union all
    select
      clicks.day, toHour(time) as hour, counted.channel, source, clicks.scope, whole,
      'clicks', device, action, '', uniqExact(key), uniqCombined64State(14)(visitor)
    from clicks
    inner join counted
      on counted.load = clicks.load and counted.scope = clicks.scope
      and counted.day = clicks.day
    where counted.channel = 'web'
      and toYYYYMM(clicks.day) in (select month from versions)
    group by all
  )
select
  day, hour, channel, source, scope, whole, metric, platform, action, topic, count, visitors, version
from facts
inner join versions on versions.month = toYYYYMM(day)
