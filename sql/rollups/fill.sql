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
      metric,
      precedence,
      day,
      days,
      max(committed_at) as latest,
      if(any(identity) = 'complete', [argMax(load, (committed_at, load))], groupUniqArray(load)) as winners
    from load_days
    inner join visible on visible.load = load_days.load and visible.month = toYYYYMM(day)
    group by source, scope, channel, metric, precedence, day, days
  ),
  -- Two counters of the same contacts are not added: on each day the one of highest precedence counts, and of two
  -- counts of the whole channel the one that came last.
  counted as
  (
    select source, scope, channel, metric, precedence, day, days, arrayJoin(winners) as load
    from covered
    where (channel, day, days, precedence) in
      (
        select channel, day, days, max(precedence)
        from covered
        group by channel, day, days
      )
      and
      (
        precedence < 255
        or (channel, day, days, source) in
        (
          select channel, day, days, argMax(source, (latest, source))
          from covered
          where precedence = 255
          group by channel, day, days
        )
      )
  ),
  -- Of the rows with one key one counts, at the earliest hour that any of them gives; without a key each counts.
  contacts_once as
  (
    select
      contacts.day as day, contacts.days as days, contacts.channel as channel, source, contacts.scope as scope, precedence,
      contacts.metric as metric, platform, topic, contacts.key as contact_key,
      if(contact_key = 0, toHour(time), null) as own_hour,
      if(contact_key = 0, own_hour, toHour(min(time))) as at_hour,
      if(contact_key = 0, sum(count), max(count)) as counts_for
    from contacts
    inner join counted
      on counted.load = contacts.load and counted.scope = contacts.scope
      and counted.channel = contacts.channel and counted.day = contacts.day and counted.days = contacts.days
      and counted.metric = contacts.metric
    where toYYYYMM(contacts.day) in (select month from versions)
    group by day, days, channel, source, scope, precedence, metric, platform, topic, contact_key, own_hour
  ),
  facts as
  (
    select
      day, days, null::Nullable(UInt8) as hour, channel, source, scope, precedence,
      metric, '' as platform, '' as action, '' as topic, 0::UInt64 as count,
      uniqCombined64StateIf(14)(0::UInt64, 0) as visitors, []::Array(UUID) as loads
    from covered
    group by all
    union all
    select
      day, days, null, channel, source, scope, precedence, metric, '', '', '', 0,
      uniqCombined64StateIf(14)(0::UInt64, 0), groupUniqArray(load)
    from counted
    group by day, days, channel, source, scope, precedence, metric
    union all
    select
      day, days, at_hour as hour, channel, source, scope, precedence, metric, platform, '', topic, sum(counts_for),
      uniqCombined64StateIf(14)(0::UInt64, 0), []
    from contacts_once
    group by all
    union all
    select
      practices.day, 1::UInt16, toHour(time) as hour, counted.channel, source, practices.scope, precedence,
      counted.metric, means, kind, topic, count(), uniqCombined64StateIf(14)(0::UInt64, 0), []
    from practices
    inner join counted
      on counted.load = practices.load and counted.scope = practices.scope
      and counted.day = practices.day
    where counted.channel = 'practice'
      and toYYYYMM(practices.day) in (select month from versions)
    group by all
    union all
    select
      clicks.day, 1::UInt16, toHour(time) as hour, counted.channel, source, clicks.scope, precedence,
      counted.metric, device, action, '', uniqExact(key), uniqCombined64State(14)(visitor), []
    from clicks
    inner join counted
      on counted.load = clicks.load and counted.scope = clicks.scope
      and counted.day = clicks.day
    where counted.channel = 'web'
      and toYYYYMM(clicks.day) in (select month from versions)
    group by all
  )
select
  day, days, hour, channel, source, scope, precedence, metric, platform, action, topic, count, visitors, version, loads
from facts
inner join versions on versions.month = toYYYYMM(day)
